using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Kernel.Notebooks;

/// <summary>
/// Reads nbformat 4. Files are not trusted: anything unexpected is a <see cref="NotebookFormatException"/>.
/// </summary>
internal sealed class NotebookReader(string name)
{
    private const int MaxCells = 10_000;

    public Notebook Read(ReadOnlySpan<byte> json)
    {
        var root = Parse(json) as JsonObject ?? throw Fail("it is JSON, but not an object");
        if (root["nbformat"] is not JsonValue version || !version.TryGetValue<int>(out var major))
            throw Fail("it has no number 'nbformat', so it is not a Jupyter notebook");
        if (major != 4)
            throw Fail(
                $"it is nbformat {major}, and only 4 can be read. Convert it: jupyter nbconvert --to notebook --nbformat 4 FILE");
        var cells = root["cells"] as JsonArray ?? throw Fail("it has no list 'cells'");
        if (cells.Count > MaxCells)
            throw Fail($"it has {cells.Count} cells, and the limit is {MaxCells}");
        var notebook = new Notebook(
            Object(root, "metadata", "the notebook"),
            [.. cells.Select(Cell)],
            Others(root, "nbformat", "nbformat_minor", "cells", "metadata"));
        if (notebook.Language is { } language && !Notebook.IsCSharp(language))
            throw Fail($"it is a {language} notebook, and only C# notebooks can be run here");
        CellIds.Complete(notebook.Cells);
        return notebook;
    }

    private JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        if (json.IsEmpty)
            throw new NotebookFormatException($"{name} cannot be read as a notebook: it is empty, so it is not JSON");
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException broken)
        {
            throw new NotebookFormatException($"{name} cannot be read as a notebook: it is not JSON ({Reason(broken)})");
        }
    }

    // The parser counts lines and bytes from 0 and uses its own field names.
    private static string Reason(JsonException broken) =>
        $"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}: {broken.Message.Split(" LineNumber:")[0].TrimEnd('.')}";

    private NotebookCell Cell(JsonNode? node, int index)
    {
        var place = $"cell {index + 1}";
        var cell = node as JsonObject ?? throw Fail($"{place} is not an object");
        CellKind kind = Text(cell["cell_type"], $"cell_type of {place}") switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw Fail($"{place} is of the unknown type '{other}'"),
        };
        return new NotebookCell(kind, Source(cell["source"], place), cell["id"] is null ? "" : Text(cell["id"], $"id of {place}"))
        {
            Metadata = Object(cell, "metadata", place),
            Outputs = kind == CellKind.Code ? Outputs(cell["outputs"], place) : [],
            ExecutionCount = cell["execution_count"] is JsonValue count && count.TryGetValue<int>(out var number) ? number : null,
            Other = Others(cell, "cell_type", "source", "id", "metadata", "outputs", "execution_count"),
        };
    }

    private string Source(JsonNode? node, string place)
    {
        var what = $"source of {place}";
        var text = node is JsonArray lines ? string.Concat(lines.Select(line => Text(line, what))) : Text(node, what);
        return text.ReplaceLineEndings("\n");
    }

    private JsonArray Outputs(JsonNode? node, string place)
    {
        if (node is null)
            return [];
        var outputs = node as JsonArray ?? throw Fail($"outputs of {place} is not a list");
        return outputs.All(output => output is JsonObject)
            ? (JsonArray)outputs.DeepClone()
            : throw Fail($"an output of {place} is not an object");
    }

    private string Text(JsonNode? node, string what) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Fail($"{what} is not text");

    private JsonObject Object(JsonObject parent, string key, string place) => parent[key] switch
    {
        null => [],
        JsonObject value => (JsonObject)value.DeepClone(),
        _ => throw Fail($"{key} of {place} is not an object"),
    };

    private static JsonObject Others(JsonObject node, params string[] known) =>
    [
        .. from entry in node
           where !known.Contains(entry.Key)
           select KeyValuePair.Create(entry.Key, entry.Value?.DeepClone()),
    ];

    private NotebookFormatException Fail(string reason) => new($"{name} cannot be used as a notebook: {reason}.");
}
