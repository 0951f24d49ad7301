using Microsoft.Extensions.Logging;
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

    /// <summary>A secret that visitors have to bring, once, as <c>?token=</c>; null lets everybody in.</summary>
    public string? Token { get; init; }

    /// <summary>The most bytes of files in one upload; 20,000,000 by default.</summary>
    public long MaxUploadBytes { get; init; } = 20_000_000;

    /// <summary>The most uploads that are received or worked on at one time; 256 by default. Further ones are asked to come in a moment.</summary>
    public int MaxUploads { get; init; } = 256;

    /// <summary>The most bytes that those may have together; 400,000,000 by default.</summary>
    public long MaxUploadMemory { get; init; } = 400_000_000;

    /// <summary>The most visitors at one time; 1,000 by default. Further ones are asked to come back in a moment.</summary>
    public int MaxVisitors { get; init; } = 1_000;

    /// <summary>The most new visitors a minute from one address; 300 by default, 0 for any number.</summary>
    public int VisitorsPerMinute { get; init; } = 300;

    /// <summary>The most uploads a minute from one address; 300 by default, 0 for any number.</summary>
    public int UploadsPerMinute { get; init; } = 300;

    /// <summary>
    /// How long a cell or a handler may take; 30 seconds by default. A loop in a cell is stopped then; what does not stop
    /// ends the visit.
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
}
