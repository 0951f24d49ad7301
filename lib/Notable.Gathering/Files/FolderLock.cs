namespace Notable.Gathering;

/// <summary>A file that says that somebody works in a folder.</summary>
internal static class FolderLock
{
    /// <summary>An open file that nobody else can open, until it is disposed or this process ends in whatever way.</summary>
    /// <exception cref="GatheringException">Somebody else has it; the message is <paramref name="refusal"/>.</exception>
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
