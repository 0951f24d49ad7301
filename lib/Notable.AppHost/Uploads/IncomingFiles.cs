using Notable.AppHost.Sockets;

namespace Notable.AppHost.Uploads;

/// <summary>The files that a page sends ahead of the message that they belong to.</summary>
internal sealed class IncomingFiles(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan longestSilence = TimeSpan.FromSeconds(60);
    private readonly Lock gate = new();
    private readonly Dictionary<string, IncomingFile> files = new(StringComparer.Ordinal);
    private bool isClosed;

    public IncomingFile? Find(string id)
    {
        lock (gate)
            return files.GetValueOrDefault(id);
    }

    /// <summary>Begins a file in place of one of the same id.</summary>
    /// <param name="id">The page's name for it.</param>
    /// <param name="size">Its bytes.</param>
    /// <param name="limit">The most bytes that the files of a page may have together.</param>
    /// <param name="place">Given back when the file is done with.</param>
    /// <returns>Null where the limit is passed.</returns>
    public IncomingFile? Begin(string id, int size, long limit, IDisposable place)
    {
        lock (gate)
        {
            Forget(id);
            if (isClosed || files.Values.Sum(file => (long)file.Size) + size > limit)
                return null;
            return files[id] = new IncomingFile(size, place, time);
        }
    }

    /// <summary>Hands files over, complete, to whoever handles their message.</summary>
    /// <exception cref="ProtocolException">There is no such file, or it is not complete.</exception>
    public IReadOnlyList<IncomingFile> Take(IEnumerable<string> ids)
    {
        lock (gate)
            return [.. ids.Select(id =>
                files.TryGetValue(id, out var file) && file.IsComplete && files.Remove(id) ? file
                : throw new ProtocolException("a message with a file that was not sent"))];
    }

    public void Forget(string id)
    {
        lock (gate)
            if (files.Remove(id, out var file))
                file.Dispose();
    }

    /// <summary>Forgets files that stopped coming.</summary>
    public void ForgetStalled()
    {
        lock (gate)
            foreach (var (id, _) in files.Where(entry => entry.Value.Silence > longestSilence).ToArray())
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
