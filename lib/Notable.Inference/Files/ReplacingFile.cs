namespace Notable.Learning.Files;

/// <summary>Writes a file beside its place and renames it, so that nobody ever sees half of it.</summary>
internal static class ReplacingFile
{
    public static void Write(string path, Action<Stream> write)
    {
        var part = $"{path}.{Guid.NewGuid():N}.part";
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
}
