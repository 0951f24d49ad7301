using System.Text.Json.Nodes;

namespace Notable.Kernel.Notebooks;

/// <summary>A cell of a notebook. Unknown fields are kept and written back.</summary>
public sealed class NotebookCell
{
    /// <summary>Creates a cell without outputs.</summary>
    /// <param name="kind">The kind of cell.</param>
    /// <param name="source">Its text; lines end in <c>\n</c>.</param>
    /// <param name="id">Its id in the notebook: 1 to 64 letters, digits, <c>-</c> and <c>_</c>; a new one by default.</param>
    public NotebookCell(CellKind kind, string source, string? id = null)
    {
        Kind = kind;
        Source = source;
        Id = id ?? CellIds.New();
    }

    /// <summary>The kind of cell.</summary>
    public CellKind Kind { get; }

    /// <summary>The id of the cell, unique in its notebook.</summary>
    public string Id { get; internal set; }

    /// <summary>The cell's text; lines end in <c>\n</c>.</summary>
    public string Source { get; set; }

    /// <summary>The cell's metadata.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The outputs of a code cell in nbformat; empty for other cells.</summary>
    public JsonArray Outputs { get; set; } = [];

    /// <summary>The execution count; null if the cell has not run.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>The tags in the metadata.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags
            ? [.. tags.OfType<JsonValue>().Select(tag => tag.TryGetValue<string>(out var word) ? word : "")]
            : [];

    /// <summary>
    /// The name of the cell's kernel in .NET Interactive (<c>html</c>, <c>fsharp</c>), as Polyglot Notebooks stores it; null for
    /// the notebook's own kernel.
    /// </summary>
    public string? KernelName =>
        Noted("polyglot_notebook", "kernelName") ?? Noted("dotnet_interactive", "language") switch { null or "csharp" or "C#" => null, var name => name };

    /// <summary>Whether the run continues if the cell fails: it is tagged <c>raises-exception</c>.</summary>
    internal bool MayFail => Tags.Contains("raises-exception");

    /// <summary>Whether the cell is not run: it is tagged <c>skip-execution</c>.</summary>
    internal bool IsSkipped => Tags.Contains("skip-execution");

    private string? Noted(string place, string key) =>
        Metadata[place] is JsonObject notes && notes[key] is JsonValue value && value.TryGetValue<string>(out var name) && name is not ("csharp" or "") ? name : null;

    /// <summary>Images of the cell's text by name, in nbformat; null if there are none.</summary>
    public JsonObject? Attachments => Other["attachments"] as JsonObject;

    /// <summary>Keys of the cell that this library does not use, such as <c>attachments</c>.</summary>
    internal JsonObject Other { get; init; } = [];
}
