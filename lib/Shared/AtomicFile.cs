namespace Notable.Shared;

/// <summary>
/// Writes a file under a temporary name in the same folder and renames it. Readers see the old or the new file, never a partial one, and
/// an error leaves the old one. Compiled into each project that needs it.
/// </summary>
internal static class AtomicFile
{
    /// <summary>Writes bytes.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var part = PartOf(path);
        try
        {
            File.WriteAllBytes(part, bytes);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>Writes the data that <paramref name="write"/> writes to the stream.</summary>
    public static void Write(string path, Action<FileStream> write)
    {
        var part = PartOf(path);
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
                write(stream);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <inheritdoc cref="Write(string, Action{FileStream})"/>
    public static async Task WriteAsync(string path, Func<FileStream, Task> write)
    {
        var part = PartOf(path);
        try
        {
            using (var stream = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
                await write(stream).ConfigureAwait(false);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    // A full path, since the current directory may change while a notebook's cell writes.
    private static string PartOf(string path) => $"{Path.GetFullPath(path)}.{Guid.NewGuid():N}.part";
}
