namespace Notable.Cli.Tests;

/// <summary>A copy of the command line from which a file is missing. The native libraries are links: libtorch has 490 MB.</summary>
internal static class ProgramCopy
{
    public static void Make(string target, string without)
    {
        var left = 0;
        foreach (var file in Directory.GetFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories).Where(f => !Path.GetFileName(f).Contains(".Tests.")))
        {
            if (Path.GetFileName(file) == without)
            {
                left++;
                continue;
            }
            var copy = Path.Combine(target, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (file.Contains(".so", StringComparison.Ordinal))
                File.CreateSymbolicLink(copy, file);
            else
                File.Copy(file, copy);
        }
        Assert.Equal(1, left);
    }
}
