using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Widgets;
using DotNetKernel = Microsoft.DotNet.Interactive.Kernel;

namespace Notable.Kernel.Scripting;

/// <summary>What every cell sees without saying so.</summary>
public sealed record ScriptEnvironment
{
    /// <summary>The base library, displaying and widgets.</summary>
    public static ScriptEnvironment Default { get; } = new();

    /// <summary>
    /// Assemblies that cells may use, beside those of .NET's shared framework. Each needs a file (<see cref="Assembly.Location"/>): a program
    /// published as a single file cannot run notebooks.
    /// </summary>
    public IReadOnlyList<Assembly> References { get => field ??= DefaultReferences(); init; }

    /// <summary>
    /// Names of further assemblies beside this program that cells may use: they are loaded when a cell uses them.
    /// </summary>
    public IReadOnlyList<string> ReferenceNames { get; init; } = ["Plotly.NET", "Plotly.NET.CSharp", "DynamicObj", "FSharp.Core"];

    /// <summary>Namespaces, and types whose static members are used by their bare names, that every cell imports.</summary>
    public IReadOnlyList<string> Imports { get; init; } =
    [
        // Those of dotnet-interactive and of the SDK's implicit usings, but for System.Collections, whose Stack would hide the widget.
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Text",
        "System.Threading", "System.Threading.Tasks", "Microsoft.DotNet.Interactive.Kernel",
        "Notable.Display", "Notable.Display.Displaying", "Notable.Display.DisplayFunctions", "Notable.Widgets", "Notable.Widgets.Interacting", "Notable.Widgets.Links",
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

    // Only when they are asked for: a published app, whose cells are compiled already, does not have all of them.
    private static Assembly[] DefaultReferences() =>
        [typeof(Displaying).Assembly, typeof(Widget).Assembly, typeof(DotNetKernel).Assembly, typeof(Formatter).Assembly, typeof(IHtmlContent).Assembly];

    /// <summary>This environment with more assemblies and imports.</summary>
    public ScriptEnvironment With(IEnumerable<Assembly> references, IEnumerable<string> imports) =>
        this with { References = [.. References, .. references], Imports = [.. Imports, .. imports] };
}
