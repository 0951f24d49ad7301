namespace Notable.Imaging.Writing;

/// <summary>Writes a file beside its place and renames it, so that nobody ever sees half a file.</summary>
internal static class AtomicFile
{
    public static void Write(string path, byte[] bytes)
    {
        var target = Path.GetFullPath(path);
        var beside = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, target, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
