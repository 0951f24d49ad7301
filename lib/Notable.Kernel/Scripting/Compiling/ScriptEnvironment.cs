using System.Reflection;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;
using Notable.Display;
using Notable.Widgets;
using DotNetKernel = Microsoft.DotNet.Interactive.Kernel;

namespace Notable.Kernel.Scripting;

/// <summary>The references and imports of every cell, and how cells are compiled.</summary>
public sealed record ScriptEnvironment
{
    /// <summary>The environment with the base library, displays and widgets.</summary>
    public static ScriptEnvironment Default { get; } = new();

    /// <summary>
    /// Assemblies that cells may use, besides those of .NET's shared framework. Each must have a file (<see cref="Assembly.Location"/>), so a
    /// program published as a single file cannot run notebooks.
    /// </summary>
    public IReadOnlyList<Assembly> References { get => field ??= DefaultReferences(); init; }

    /// <summary>Names of further assemblies in the program's folder that cells may use. They are loaded when a cell uses them.</summary>
    public IReadOnlyList<string> ReferenceNames { get; init; } = ["Plotly.NET", "Plotly.NET.CSharp", "DynamicObj", "FSharp.Core"];

    /// <summary>The namespaces that every cell imports, and the types whose static members it can use without qualification.</summary>
    public IReadOnlyList<string> Imports { get; init; } =
    [
        // The imports of dotnet-interactive and the SDK's implicit usings, except System.Collections, whose Stack would hide the widget.
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Text",
        "System.Threading", "System.Threading.Tasks", "Microsoft.DotNet.Interactive.Kernel",
        "Notable.Display", "Notable.Display.Displaying", "Notable.Display.DisplayFunctions", "Notable.Widgets", "Notable.Widgets.Interacting", "Notable.Widgets.Links",
    ];

    /// <summary>The folder that <c>#r "path"</c> and <c>#load</c> are relative to: the notebook's. The current directory by default.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>
    /// Whether loops and awaits get checkpoints, so that a person or a host's time limit can stop a running cell. A checkpoint costs
    /// about a nanosecond.
    /// </summary>
    public bool IsInterruptible { get; init; }

    // Created on demand: a published app, whose cells are precompiled, does not have all of these assemblies.
    private static Assembly[] DefaultReferences() =>
        [typeof(Displaying).Assembly, typeof(Widget).Assembly, typeof(DotNetKernel).Assembly, typeof(Formatter).Assembly, typeof(IHtmlContent).Assembly];

    /// <summary>Returns this environment with more assemblies and imports.</summary>
    public ScriptEnvironment With(IEnumerable<Assembly> references, IEnumerable<string> imports) =>
        this with { References = [.. References, .. references], Imports = [.. Imports, .. imports] };
}
