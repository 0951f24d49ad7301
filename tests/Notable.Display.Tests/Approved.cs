using System.Runtime.CompilerServices;

namespace Notable.Tests;

/// <summary>
/// Compares text with an approved file, <c>Approved/NAME</c> in the test's project. After a wanted change run the tests once
/// with <c>NOTABLE_APPROVE=1</c>, which writes the files into the source tree, and read the difference before it is committed.
/// </summary>
internal static class Approved
{
    public static void Match(string name, string actual, [CallerFilePath] string source = "")
    {
        if (Environment.GetEnvironmentVariable("NOTABLE_APPROVE") == "1")
            File.WriteAllText(Path.Combine(ProjectOf(source), "Approved", name), actual);
        var approved = Path.Combine(AppContext.BaseDirectory, "Approved", name);
        Assert.True(File.Exists(approved), $"no approved file Approved/{name}; found:\n{actual}");
        Assert.Equal(File.ReadAllText(approved), actual);
    }

    private static string ProjectOf(string source)
    {
        var folder = Path.GetDirectoryName(source);
        while (folder is not null && !Directory.EnumerateFiles(folder, "*.csproj").Any())
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"no project above {source}");
    }
}
