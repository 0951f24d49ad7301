namespace Notable.AppHost.Limits;

/// <summary>The ledgers of everything that visitors make the process hold.</summary>
internal sealed class Budgets
{
    /// <summary>What a message has besides the bytes of the files in it.</summary>
    public const int Envelope = 256 * 1024;

    private const int FilesPerSession = 64, FilesPerAddress = 128;

    public Budgets(AppOptions options)
    {
        Files = new Ledger(options.MaxUploads, FilesPerSession, FilesPerAddress);
        // A session holds one upload that is arriving, and the files of the one before where the notebook keeps them.
        Received = new Ledger(options.UploadMemoryBytes, 2 * (options.MaxUploadBytes + Envelope));
        Outgoing = new Ledger(options.OutgoingMemoryBytes, Math.Min(MostOutgoing, options.OutgoingMemoryBytes));
        Sessions = new Ledger(
            options.MaxVisitors, perSession: 1, options.VisitorsPerAddress == 0 ? long.MaxValue : options.VisitorsPerAddress, isShared: false);
    }

    /// <summary>The most bytes that may wait for one page.</summary>
    private const long MostOutgoing = 64_000_000;

    /// <summary>Files that are arriving or in work.</summary>
    public Ledger Files { get; }

    /// <summary>Bytes that came from pages: pieces of files, messages, and values that widgets keep.</summary>
    public Ledger Received { get; }

    /// <summary>Bytes that wait for pages to take them.</summary>
    public Ledger Outgoing { get; }

    /// <summary>Visitors.</summary>
    public Ledger Sessions { get; }

    public IEnumerable<(string Name, Ledger Ledger)> All => [("files", Files), ("received_bytes", Received), ("outgoing_bytes", Outgoing), ("sessions", Sessions)];
}
