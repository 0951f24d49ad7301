using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Kernel.Notebooks;

/// <summary>
/// Writes nbformat 4.5 the way Jupyter does: one space of indent, text as a list of lines, a newline at the end.
/// </summary>
internal static class NotebookWriter
{
    private static readonly JsonSerializerOptions format = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Notebook notebook)
    {
        var root = new JsonObject
        {
            ["cells"] = new JsonArray([.. notebook.Cells.Select(Cell)]),
            ["metadata"] = notebook.Metadata.DeepClone(),
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        Append(root, notebook.Other);
        return root.ToJsonString(format) + "\n";
    }

    private static JsonObject Cell(NotebookCell cell)
    {
        var node = new JsonObject { ["cell_type"] = cell.Kind.ToString().ToLowerInvariant() };
        if (cell.Kind == CellKind.Code)
            node["execution_count"] = cell.ExecutionCount;
        node["id"] = cell.Id;
        node["metadata"] = cell.Metadata.DeepClone();
        if (cell.Kind == CellKind.Code)
            node["outputs"] = cell.Outputs.DeepClone();
        node["source"] = Lines(cell.Source);
        Append(node, cell.Other);
        return node;
    }

    private static JsonArray Lines(string text)
    {
        var lines = text.Split('\n').Select((line, index) => (line, index)).ToArray();
        return [.. lines.Select(one => one.index < lines.Length - 1 ? one.line + "\n" : one.line).Where(line => line.Length > 0)];
    }

    private static void Append(JsonObject node, JsonObject others)
    {
        foreach (var (key, value) in others)
            node[key] = value?.DeepClone();
    }
}
