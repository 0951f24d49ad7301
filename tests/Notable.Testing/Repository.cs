using System.Runtime.CompilerServices;

namespace Notable.Testing;

/// <summary>Finds the repository and the folder <c>shared</c> beside it, which a user's machine does not have.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Notable.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The folder <c>shared</c> beside the repository, or null where there is none.</summary>
    public static string? SharedRoot { get; } = FindShared();

    /// <summary>A path inside the repository.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    /// <summary>A path inside <c>shared</c>; skips the running test, saying why, where it is not there.</summary>
    public static string Shared(params string[] parts)
    {
        if (SharedRoot is null)
            Assert.Skip($"needs {string.Join('/', ["../shared", .. parts])}, which only the project's own machines have");
        return System.IO.Path.Combine([SharedRoot!, .. parts]);
    }

    // The build output may lie outside the repository (--artifacts-path), this source file never does.
    private static string FindRoot([CallerFilePath] string source = "")
    {
        foreach (var start in new[] { AppContext.BaseDirectory, System.IO.Path.GetDirectoryName(source) })
            for (var folder = start is null ? null : new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (File.Exists(System.IO.Path.Combine(folder.FullName, "Notable.slnx")))
                    return folder.FullName;
        throw new DirectoryNotFoundException($"Notable.slnx lies neither above {AppContext.BaseDirectory} nor above {source}");
    }

    private static string? FindShared()
    {
        var shared = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared"));
        return Directory.Exists(shared) ? shared : null;
    }
}
