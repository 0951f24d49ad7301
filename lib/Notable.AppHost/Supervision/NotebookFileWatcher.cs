using Notable.Shared;

namespace Notable.AppHost.Supervision;

/// <summary>Detects changes of the notebook on disk by polling, since not every file system reports changes.</summary>
internal sealed class NotebookFileWatcher(string path)
{
    private (DateTime Written, long Size)? last = Look(path);

    public bool HasChanged()
    {
        // A file that is being replaced may be missing for a moment.
        if (Look(path) is not { } now || now == last)
            return false;
        last = now;
        return true;
    }

    private static (DateTime, long)? Look(string path)
    {
        var file = LinkedFile.Of(path);
        return file.Exists ? (file.LastWriteTimeUtc, file.Length) : null;
    }
}
