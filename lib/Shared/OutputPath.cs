namespace Notable.Shared;

/// <summary>Checks output files before the work starts. Compiled into each project that needs it.</summary>
internal static class OutputPath
{
    /// <summary>Creates the folder of <paramref name="file"/> and checks that it is writable.</summary>
    /// <exception cref="IOException">It is not writable, or <paramref name="file"/> is a folder.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public static void RequireWritable(string file)
    {
        if (Directory.Exists(file))
            throw new IOException($"'{file}' is a folder; expected the name of a file to write");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        using (new FileStream(Path.Combine(folder, $".notable-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write,
                   FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
        {
        }
    }
}
