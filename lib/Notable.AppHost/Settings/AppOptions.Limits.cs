using System.Globalization;
using Notable.AppHost.Limits;
using Notable.AppHost.Settings;

namespace Notable.AppHost;

/// <content>How much memory, uploads, visitors and connections an app allows.</content>
public sealed partial record AppOptions
{
    /// <summary>
    /// Memory available to the serving process, in bytes; by default that of the machine or its container. The limits
    /// for uploads, decoding and outgoing messages follow from it.
    /// </summary>
    public long MemoryBytes { get; init; } = AvailableMemory.Bytes;

    /// <summary>Maximum size of one upload in bytes; 20,000,000 by default.</summary>
    public long MaxUploadBytes { get; init; } = 20_000_000;

    /// <summary>Maximum number of files received or processed at the same time; 4,096 by default.</summary>
    public int MaxUploads { get; init; } = 4_096;

    /// <summary>
    /// Maximum number of bytes of uploads and messages in memory; null for a fifth of <see cref="MemoryBytes"/>. One
    /// address gets at most a third of it.
    /// </summary>
    public long? MaxUploadMemory { get; init; }

    /// <summary>Maximum number of simultaneous visitors; 1,000 by default. When it is reached, pages that were never used are closed first.</summary>
    public int MaxVisitors { get; init; } = 1_000;

    /// <summary>Maximum number of simultaneous visitors from one address; 100 by default, 0 for no limit.</summary>
    public int VisitorsPerAddress { get; init; } = 100;

    /// <summary>Maximum number of open TCP connections from one address, except trusted proxies; 512 by default, 0 for no limit.</summary>
    public int ConnectionsPerAddress { get; init; } = 512;

    /// <summary>Maximum number of new visitors per minute from one address; 300 by default, 0 for no limit.</summary>
    public int VisitorsPerMinute { get; init; } = 300;

    /// <summary>Maximum number of uploaded files per minute from one address; 300 by default, 0 for no limit.</summary>
    public int UploadsPerMinute { get; init; } = 300;

    internal long UploadMemoryBytes => MaxUploadMemory ?? MemoryBytes / 5;

    internal long OutgoingMemoryBytes => MemoryBytes / 20;

    /// <summary>The memory for decoding pictures: a quarter of <see cref="MemoryBytes"/>. The caller passes it to the decoding library.</summary>
    public long DecodeMemoryBytes => MemoryBytes / 4;

    /// <summary>Checks limits that depend on each other.</summary>
    /// <exception cref="AppHostException">Two limits contradict each other; the message says which and what to do.</exception>
    internal void Check()
    {
        if (MaxUploadBytes is <= 0 or > MostUploadBytes)
            throw new AppHostException($"Uploads cannot be limited to {MaxUploadBytes} bytes. Give a number from 1 to {MostUploadBytes}.");
        if (MaxUploadBytes > FairShare.MostOf(UploadMemoryBytes))
            throw new AppHostException(string.Create(CultureInfo.InvariantCulture,
                $"One upload may have {MaxUploadBytes / 1e6:0.###} MB, but uploads in memory are limited to {UploadMemoryBytes / 1e6:0.#} MB, of which one visitor gets a third. ")
                + (MaxUploadMemory is null ? "Give the app more memory, or lower the limit for one upload." : "Raise the second limit or lower the first."));
        if (Token is not null && string.IsNullOrWhiteSpace(Token))
            throw new AppHostException("The token is empty, which would admit everyone. Give a secret of at least 16 characters, or no token (unset NOTABLE_TOKEN).");
    }

    /// <summary>A message is held in memory as one piece.</summary>
    private const long MostUploadBytes = 1_000_000_000;
}
