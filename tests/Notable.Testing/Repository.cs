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

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Notable.slnx")))
                return folder.FullName;
        // Build output may lie outside the repository (--artifacts-path): then the current folder decides.
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Notable.slnx")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"Notable.slnx lies neither above {AppContext.BaseDirectory} nor above {Environment.CurrentDirectory}");
    }

    private static string? FindShared()
    {
        var shared = System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, "..", "shared"));
        return Directory.Exists(shared) ? shared : null;
    }
}
