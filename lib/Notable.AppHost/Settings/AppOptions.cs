using Microsoft.Extensions.Logging;
using Notable.AppHost.Settings;
using Notable.Kernel.Scripting;

namespace Notable.AppHost;

/// <summary>
/// Options of an app: what to serve and where; how long visitors are waited for (<c>AppOptions.Timeouts.cs</c>); how much they may use
/// (<c>AppOptions.Limits.cs</c>).
/// </summary>
public sealed partial record AppOptions
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

    /// <summary>The clock; the system clock by default.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Configures logging; the console by default.</summary>
    public Action<ILoggingBuilder>? Logging { get; init; }

    /// <summary>The default options.</summary>
    public static AppOptions Defaults { get; } = new() { Notebook = "app.ipynb", Environment = ScriptEnvironment.Default };
}
