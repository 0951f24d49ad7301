namespace Notable.Cli.Support;

/// <summary>A place to write to, looked at before the work and not after it.</summary>
internal static class OutputPath
{
    /// <summary>Makes the folder of <paramref name="file"/> and tries that something can be written there.</summary>
    /// <exception cref="IOException">It cannot, or <paramref name="file"/> is a folder.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not.</exception>
    public static void RequireWritable(string file)
    {
        if (Directory.Exists(file))
            throw new IOException($"'{file}' is a folder; expected the name of a file to write");
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        using (new FileStream(Path.Combine(folder, $".notable-{Environment.ProcessId}"), FileMode.CreateNew, FileAccess.Write,
                   FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
        {
        }
    }
}
