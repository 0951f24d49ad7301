using Notable.Shared;

namespace Notable.AppHost.Supervision;

/// <summary>Whether the notebook on disk is another than the one last asked about. Looked at now and then: not every disk tells of changes.</summary>
internal sealed class NotebookWatch(string path)
{
    private (DateTime Written, long Size)? last = Look(path);

    public bool HasChanged()
    {
        // One that is just being replaced may be missing for a moment.
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
