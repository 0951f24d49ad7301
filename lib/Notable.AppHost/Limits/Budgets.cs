namespace Notable.AppHost.Limits;

/// <summary>The ledgers of the resources that visitors use.</summary>
internal sealed class Budgets
{
    /// <summary>The maximum size of a message in bytes, besides the files in it.</summary>
    public const int Envelope = 256 * 1024;

    private const int FilesPerSession = 64, FilesPerAddress = 128;

    public Budgets(AppOptions options)
    {
        Files = new Ledger(options.MaxUploads, FilesPerSession, FilesPerAddress);
        // A session has one upload in progress, and the files of the previous one if the notebook keeps them.
        Received = new Ledger(options.UploadMemoryBytes, 2 * (options.MaxUploadBytes + Envelope));
        Outgoing = new Ledger(options.OutgoingMemoryBytes, Math.Min(MostOutgoing, options.OutgoingMemoryBytes));
        Sessions = new Ledger(
            options.MaxVisitors, perSession: 1, options.VisitorsPerAddress == 0 ? long.MaxValue : options.VisitorsPerAddress, isShared: false);
    }

    /// <summary>The maximum number of bytes queued for one page.</summary>
    private const long MostOutgoing = 64_000_000;

    /// <summary>Files being received or processed.</summary>
    public Ledger Files { get; }

    /// <summary>Bytes received from pages: file pieces, messages, and values that widgets keep.</summary>
    public Ledger Received { get; }

    /// <summary>Bytes queued for pages.</summary>
    public Ledger Outgoing { get; }

    /// <summary>Visitors.</summary>
    public Ledger Sessions { get; }

    public IEnumerable<(string Name, Ledger Ledger)> All => [("files", Files), ("received_bytes", Received), ("outgoing_bytes", Outgoing), ("sessions", Sessions)];
}
