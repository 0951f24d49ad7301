namespace Notable.AppHost.Limits;

/// <summary>The quotas of the resources that visitors use.</summary>
internal sealed class ResourceLimits
{
    /// <summary>The maximum size of a message in bytes, besides the files in it.</summary>
    public const int Envelope = 256 * 1024;

    private const int FilesPerSession = 64, FilesPerAddress = 128;

    public ResourceLimits(AppOptions options)
    {
        Files = new ResourceQuota(options.MaxUploads, FilesPerSession, FilesPerAddress);
        // A session has one upload in progress, and the files of the previous one if the notebook keeps them.
        Received = new ResourceQuota(options.UploadMemoryBytes, 2 * (options.MaxUploadBytes + Envelope));
        Outgoing = new ResourceQuota(options.OutgoingMemoryBytes, Math.Min(MostOutgoing, options.OutgoingMemoryBytes));
        Sessions = new ResourceQuota(
            options.MaxVisitors, perSession: 1, options.VisitorsPerAddress == 0 ? long.MaxValue : options.VisitorsPerAddress, isShared: false);
    }

    /// <summary>The maximum number of bytes queued for one page.</summary>
    private const long MostOutgoing = 64_000_000;

    /// <summary>Files being received or processed.</summary>
    public ResourceQuota Files { get; }

    /// <summary>Bytes received from pages: file pieces, messages, and values that widgets keep.</summary>
    public ResourceQuota Received { get; }

    /// <summary>Bytes queued for pages.</summary>
    public ResourceQuota Outgoing { get; }

    /// <summary>Visitors.</summary>
    public ResourceQuota Sessions { get; }

    public IEnumerable<(string Name, ResourceQuota Quota)> All => [("files", Files), ("received_bytes", Received), ("outgoing_bytes", Outgoing), ("sessions", Sessions)];
}
