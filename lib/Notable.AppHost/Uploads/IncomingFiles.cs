using Notable.AppHost.Limits;
using Notable.AppHost.Sockets;

namespace Notable.AppHost.Uploads;

/// <summary>The files that a page sends ahead of the message that uses them.</summary>
internal sealed class IncomingFiles(ResourceLimits resources, VisitorKey visitor, TimeProvider time) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, IncomingFile> files = new(StringComparer.Ordinal);
    private bool isClosed;

    public IncomingFile? Find(string id)
    {
        lock (gate)
            return files.GetValueOrDefault(id);
    }

    /// <summary>Begins a file, replacing one with the same id. Returns null if there is no place for it.</summary>
    /// <param name="id">The page's id for it.</param>
    /// <param name="size">Its size in bytes.</param>
    public IncomingFile? Begin(string id, int size)
    {
        lock (gate)
        {
            Forget(id);
            if (isClosed || resources.Files.TryTake(visitor, 1) is not { } place)
                return null;
            return files[id] = new IncomingFile(size, place, resources.Received.Open(visitor), time);
        }
    }

    /// <summary>Returns whether another file of this size stays within the limit per page.</summary>
    public bool Fits(long size, long limit)
    {
        lock (gate)
            return files.Values.Sum(file => (long)file.Size) + size <= limit;
    }

    /// <summary>Removes complete files and returns them to the handler of their message: all or none.</summary>
    /// <exception cref="PageProtocolException">One of them is missing, incomplete or named twice.</exception>
    public IReadOnlyList<IncomingFile> Take(IReadOnlyList<string> ids)
    {
        lock (gate)
        {
            var wanted = new HashSet<string>(StringComparer.Ordinal);
            foreach (var id in ids)
                if (!files.TryGetValue(id, out var file) || !file.IsComplete || !wanted.Add(id))
                    throw new PageProtocolException("a message with a file that was not sent");
            return [.. ids.Select(id => files.Remove(id, out var file) ? file : throw new InvalidOperationException("a file that was just there is gone"))];
        }
    }

    public void Forget(string id)
    {
        lock (gate)
            if (files.Remove(id, out var file))
                file.Dispose();
    }

    /// <summary>Drops files that stopped arriving or arrive too slowly.</summary>
    public void ForgetStalled()
    {
        lock (gate)
            foreach (var (id, _) in files.Where(entry => entry.Value.IsStalled).ToArray())
                Forget(id);
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            foreach (var id in files.Keys.ToArray())
                Forget(id);
        }
    }
}
