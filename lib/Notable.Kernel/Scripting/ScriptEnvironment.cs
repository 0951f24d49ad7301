using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notable.Display;
using Notable.Widgets;

namespace Notable.Kernel.Scripting;

/// <summary>What every cell sees without saying so.</summary>
public sealed record ScriptEnvironment
{
    /// <summary>The base library, displaying and widgets.</summary>
    public static ScriptEnvironment Default { get; } = new();

    /// <summary>
    /// Assemblies that cells may use, beside the core of .NET. Each needs a file (<see cref="Assembly.Location"/>): a program
    /// published as a single file cannot run notebooks.
    /// </summary>
    public IReadOnlyList<Assembly> References { get; init; } =
    [
        typeof(Displaying).Assembly, typeof(Widget).Assembly, typeof(HttpClient).Assembly, typeof(JsonNode).Assembly,
        typeof(Regex).Assembly, typeof(Process).Assembly,
    ];

    /// <summary>Namespaces, and types whose static members are used by their bare names, that every cell imports.</summary>
    public IReadOnlyList<string> Imports { get; init; } =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading",
        "System.Threading.Tasks", "Notable.Display", "Notable.Display.Displaying", "Notable.Widgets",
        "Notable.Widgets.Interacting", "Notable.Widgets.Links",
    ];

    /// <summary>
    /// The folder that <c>#r "path"</c> and <c>#load</c> start from: the notebook's. The process's own by default.
    /// </summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// Whether loops and awaits get checkpoints, so that a running cell can be stopped, by a person or by a host's time limit; they
    /// cost about a nanosecond a turn.
    /// </summary>
    public bool IsInterruptible { get; init; }

    /// <summary>This environment with more assemblies and imports.</summary>
    public ScriptEnvironment With(IEnumerable<Assembly> references, IEnumerable<string> imports) =>
        this with { References = [.. References, .. references], Imports = [.. Imports, .. imports] };
}
