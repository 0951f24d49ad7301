namespace Notable.Kernel.Transport.Zmtp;

/// <summary>The message prefixes that a peer subscribes to.</summary>
internal sealed class ZmtpTopics
{
    private readonly Lock gate = new();
    private readonly List<byte[]> topics = [];

    /// <summary>Handles a subscription message: 1 or 0, then the topic.</summary>
    /// <exception cref="InvalidDataException">The message is invalid, or there are too many subscriptions.</exception>
    public void Change(ReadOnlySpan<byte> message)
    {
        if (message is not [0 or 1, ..])
            throw new InvalidDataException("neither a subscription nor its end");
        var topic = message[1..].ToArray();
        lock (gate)
            if (message[0] == 0)
                _ = topics.FindIndex(one => one.AsSpan().SequenceEqual(topic)) is >= 0 and var at && Remove(at);
            else if (topics.Count < ZmtpLimits.Topics && topic.Length <= ZmtpLimits.CommandBytes)
                topics.Add(topic);
            else
                throw new InvalidDataException("too many subscriptions");
    }

    /// <summary>Returns whether the peer subscribes to a message.</summary>
    public bool Want(ReadOnlySpan<byte> message)
    {
        lock (gate)
            foreach (var topic in topics)
                if (message.StartsWith(topic))
                    return true;
        return false;
    }

    private bool Remove(int at)
    {
        topics.RemoveAt(at);
        return true;
    }
}
