using System.Globalization;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Settings;
using Notable.Kernel.Scripting;

namespace Notable.AppHost;

/// <summary>Options of an app: what to serve, where, and within which limits.</summary>
public sealed record AppOptions
{
    /// <summary>The path of the notebook (<c>.ipynb</c>) that is the app.</summary>
    public required string Notebook { get; init; }

    /// <summary>References, imports and working directory of all cells.</summary>
    public required ScriptEnvironment Environment { get; init; }

    /// <summary>Values for the notebook's parameters, by name; none by default.</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>The address to listen on: an IP address, <c>localhost</c>, or <c>*</c> for all. Only this machine by default.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The TCP port; 8866 by default, like Voilà. 0 chooses a free port.</summary>
    public int Port { get; init; } = 8866;

    /// <summary>The path under which a proxy exposes the app, such as <c>/user/anna/proxy/8866/</c>. Requests may contain it or not.</summary>
    public string BaseUrl { get; init; } = "/";

    /// <summary>
    /// Trusted proxies, as IP addresses or networks (<c>10.0.0.0/8</c>). Their <c>X-Forwarded-For</c>, <c>-Host</c> and <c>-Proto</c> headers
    /// are used. Proxies on this machine are always trusted.
    /// </summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Sites that may embed the app in a frame, such as <c>https://example.org</c>; none by default.</summary>
    public IReadOnlyList<string> FrameAncestors { get; init; } = [];

    /// <summary>
    /// Host names of the app, such as <c>app.example.org</c>; <c>*</c> allows any. IP addresses and the
    /// names of this machine's loopback (<c>localhost</c>) are always allowed. Requests for other names are refused, because
    /// a page of another site can point its own name at this machine (DNS rebinding).
    /// </summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>A secret that visitors pass once as <c>?token=</c>; null for no access control. Must not be empty.</summary>
    public string? Token { get; init; }

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

    /// <summary>
    /// Time limit for each cell and each handler; 30 seconds by default. Waiting in a queue (such as a model's) does
    /// not count. A loop in a cell is stopped; if code cannot be stopped, the visit ends.
    /// </summary>
    public TimeSpan HandlerTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time within which a new page must connect before its session is closed; 30 seconds by default.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Time within which a visitor can reconnect to the same session after a lost connection; 2 minutes by default.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time of inactivity after which a session is closed; 1 hour by default.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The clock; the system clock by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Configures logging; the console by default.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>The default options.</summary>
    public static AppOptions Defaults { get; } = new() { Notebook = "app.ipynb", Environment = ScriptEnvironment.Default };

    /// <summary>Time after which a client is disconnected that sends or reads next to nothing.</summary>
    internal TimeSpan SlowClientTimeout { get; init; } = TimeSpan.FromSeconds(10);

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
