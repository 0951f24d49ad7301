namespace Notable.Gathering;

/// <summary>Locks a folder with a file.</summary>
internal static class FolderLock
{
    /// <summary>Opens a file exclusively, until it is disposed or the process ends.</summary>
    /// <exception cref="GatheringException">The file is locked; the message is <paramref name="refusal"/>.</exception>
    public static FileStream Take(string path, string refusal)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new GatheringException(refusal, e);
        }
    }
}
