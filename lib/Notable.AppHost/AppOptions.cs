using System.Globalization;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Limits;
using Notable.Kernel.Scripting;

namespace Notable.AppHost;

/// <summary>What to serve, where, and within which limits.</summary>
public sealed record AppOptions
{
    /// <summary>The path of the notebook (<c>.ipynb</c>) that is the app.</summary>
    public required string Notebook { get; init; }

    /// <summary>What every cell sees: references, imports, the folder that relative paths start from.</summary>
    public required ScriptEnvironment Environment { get; init; }

    /// <summary>Values for the notebook's parameters, by name; none by default.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>The address to listen on: an IP address, <c>localhost</c>, or <c>*</c> for all. Only this machine by default.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The TCP port, 0 for a free one; 8866 by default, as Voilà's.</summary>
    public int Port { get; init; } = 8866;

    /// <summary>The path below which a proxy shows the app, as <c>/user/anna/proxy/8866/</c>; requests may come with or without it.</summary>
    public string BaseUrl { get; init; } = "/";

    /// <summary>
    /// Proxies whose word about the visitor's address, host and scheme (<c>X-Forwarded-For</c> and its kin) is taken, as IP
    /// addresses or networks (<c>10.0.0.0/8</c>). Those on this machine always are; others' is not.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Sites that may show the app in a frame, as <c>https://example.org</c>; only its own by default.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>
    /// Names under which visitors reach the app, such as <c>app.example.org</c>; <c>*</c> allows any. IP addresses and the
    /// names of this machine's loopback (<c>localhost</c>) are always allowed. Requests for other names are refused, because
    /// a page of another site can point its own name at this machine (DNS rebinding).
    /// </summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>A secret that visitors have to bring, once, as <c>?token=</c>; null lets everybody in. Never empty.</summary>
    public string? Token { get; init; }

    /// <summary>
    /// The memory that the serving process may use, in bytes; by default what the machine or its container has. The limits
    /// for uploads, decoding and outgoing messages follow from it.
    /// </summary>
    public long MemoryBytes { get; init; } = AvailableMemory.Bytes;

    /// <summary>The most bytes of files in one upload; 20,000,000 by default.</summary>
    public long MaxUploadBytes { get; init; } = 20_000_000;

    /// <summary>The most files that are received or worked on at one time; 4,096 by default.</summary>
    public int MaxUploads { get; init; } = 4_096;

    /// <summary>
    /// The most bytes of uploads and messages that are held at one time; null for a fifth of <see cref="MemoryBytes"/>. One
    /// address gets at most a third of it.
    /// </summary>
    public long? MaxUploadMemory { get; init; }

    /// <summary>The most visitors at one time; 1,000 by default. When all places are taken, pages that were never used give way.</summary>
    public int MaxVisitors { get; init; } = 1_000;

    /// <summary>The most visitors at one time from one address; 100 by default, 0 for any number.</summary>
    public int VisitorsPerAddress { get; init; } = 100;

    /// <summary>The most open TCP connections from one address, trusted proxies excepted; 512 by default, 0 for any number.</summary>
    public int ConnectionsPerAddress { get; init; } = 512;

    /// <summary>The most new visitors a minute from one address; 300 by default, 0 for any number.</summary>
    public int VisitorsPerMinute { get; init; } = 300;

    /// <summary>The most uploaded files a minute from one address; 300 by default, 0 for any number.</summary>
    public int UploadsPerMinute { get; init; } = 300;

    /// <summary>
    /// How long each cell and each handler may take; 30 seconds by default. Waiting for a turn (in the queue of a model) does
    /// not count. A loop in a cell is stopped then; what does not stop ends the visit.
    /// </summary>
    public TimeSpan HandlerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a page that was sent may take to connect before its session is dropped; 30 seconds by default.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a visitor whose connection was lost can come back to the same session; 2 minutes by default.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a connected visitor may do nothing before the session is dropped; 1 hour by default.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Sets the log up; lines on the console by default.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>The defaults of everything that has one.</summary>
    public static AppOptions Defaults { get; } = new() { Notebook = "app.ipynb", Environment = ScriptEnvironment.Default };

    internal long UploadMemoryBytes => MaxUploadMemory ?? MemoryBytes / 5;

    internal long OutgoingMemoryBytes => MemoryBytes / 20;

    /// <summary>The memory for decoding pictures: a quarter of <see cref="MemoryBytes"/>. The library that decodes has to be told.</summary>
    public long DecodeMemoryBytes => MemoryBytes / 4;

    /// <summary>Checks limits that bound each other.</summary>
    /// <exception cref="AppHostException">Two of them contradict each other; the message says which and what would do.</exception>
    internal void Check()
    {
        if (MaxUploadBytes is <= 0 or > MostUploadBytes)
            throw new AppHostException($"Uploads cannot be limited to {MaxUploadBytes} bytes. Give a number from 1 to {MostUploadBytes}.");
        if (MaxUploadBytes > Ledger.MostOf(UploadMemoryBytes))
            throw new AppHostException(string.Create(CultureInfo.InvariantCulture,
                $"One upload may have {MaxUploadBytes / 1e6:0.###} MB, but uploads in memory are limited to {UploadMemoryBytes / 1e6:0.#} MB, of which one visitor gets a third. ")
                + (MaxUploadMemory is null ? "Give the app more memory, or lower the limit for one upload." : "Raise the second limit or lower the first."));
        if (Token is not null && string.IsNullOrWhiteSpace(Token))
            throw new AppHostException("The token is empty, which would let everybody in. Give a secret of at least 16 characters, or no token (unset NOTABLE_TOKEN).");
    }

    /// <summary>A message is held in memory as one piece.</summary>
    private const long MostUploadBytes = 1_000_000_000;
}
