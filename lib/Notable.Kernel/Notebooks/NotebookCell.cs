using System.Text.Json.Nodes;

namespace Notable.Kernel.Notebooks;

/// <summary>One cell of a notebook. What this library does not know of a cell it keeps and writes back.</summary>
public sealed class NotebookCell
{
    /// <summary>A cell without outputs.</summary>
    /// <param name="kind">What it holds.</param>
    /// <param name="source">Its text; lines end in <c>\n</c>.</param>
    /// <param name="id">Its name in the notebook: 1 to 64 letters, digits, <c>-</c> and <c>_</c>; a new one by default.</param>
    public NotebookCell(CellKind kind, string source, string? id = null)
    {
        Kind = kind;
        Source = source;
        Id = id ?? CellIds.New();
    }

    /// <summary>What the cell holds.</summary>
    public CellKind Kind { get; }

    /// <summary>The name of the cell, unique in its notebook.</summary>
    public string Id { get; internal set; }

    /// <summary>The cell's text; lines end in <c>\n</c>.</summary>
    public string Source { get; set; }

    /// <summary>What front ends and tools note about the cell.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The outputs of a code cell, as nbformat has them; empty for others.</summary>
    public JsonArray Outputs { get; set; } = [];

    /// <summary>How many code cells had run when this one had; null where it has not run.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>The words in the metadata's <c>tags</c>.</summary>
    public IReadOnlyList<string> Tags =>
        Metadata["tags"] is JsonArray tags
            ? [.. tags.OfType<JsonValue>().Select(tag => tag.TryGetValue<string>(out var word) ? word : "")]
            : [];

    /// <summary>
    /// The kernel that the cell is written for, in .NET Interactive's words (<c>html</c>, <c>fsharp</c>), as Polyglot Notebooks
    /// notes it; null where it is the notebook's own.
    /// </summary>
    public string? KernelName =>
        Noted("polyglot_notebook", "kernelName") ?? Noted("dotnet_interactive", "language") switch { null or "csharp" or "C#" => null, var name => name };

    private string? Noted(string place, string key) =>
        Metadata[place] is JsonObject notes && notes[key] is JsonValue value && value.TryGetValue<string>(out var name) && name is not ("csharp" or "") ? name : null;

    /// <summary>Pictures that belong to the cell's text, by name, as nbformat has them; null if there are none.</summary>
    public JsonObject? Attachments => Other["attachments"] as JsonObject;

    /// <summary>Keys of the cell that this library gives no meaning, as <c>attachments</c>.</summary>
    internal JsonObject Other { get; init; } = [];
}
