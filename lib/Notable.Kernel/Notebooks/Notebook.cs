using System.Text;
using System.Text.Json.Nodes;
using Notable.Shared;

namespace Notable.Kernel.Notebooks;

/// <summary>A Jupyter notebook (nbformat 4) of C# cells. Unknown fields are kept and written back.</summary>
public sealed class Notebook
{
    /// <summary>The maximum file size in bytes: 200 MB.</summary>
    public const long MaxFileBytes = 200_000_000;

    /// <summary>Creates a C# notebook with these cells.</summary>
    public Notebook(params IEnumerable<NotebookCell> cells)
        : this(CSharpMetadata(), [.. cells], [])
    {
    }

    internal Notebook(JsonObject metadata, List<NotebookCell> cells, JsonObject other)
    {
        Metadata = metadata;
        Cells = cells;
        Other = other;
    }

    /// <summary>The cells in order.</summary>
    public IList<NotebookCell> Cells { get; }

    /// <summary>The notebook's metadata: kernelspec, language, widget states.</summary>
    public JsonObject Metadata { get; }

    /// <summary>The language in the metadata, such as <c>C#</c>; null if there is none.</summary>
    public string? Language =>
        Text(Metadata["kernelspec"] as JsonObject, "language") ?? Text(Metadata["language_info"] as JsonObject, "name");

    /// <summary>Keys of the file that this library does not know.</summary>
    internal JsonObject Other { get; }

    /// <summary>Reads a notebook file: <c>.dib</c> if it has that extension, otherwise nbformat 4.</summary>
    /// <exception cref="NotebookFormatException">It is too large, not JSON, of another nbformat than 4, or not C#.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static Notebook Open(string path)
    {
        // The length of the opened file: FileInfo would return the length of a symbolic link itself.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > MaxFileBytes)
            throw new NotebookFormatException(
                $"{path} cannot be used as a notebook: it has {file.Length} bytes, and the limit is {MaxFileBytes}.");
        if (IsDib(path))
            return DibFile.Read(new StreamReader(file).ReadToEnd(), path);
        var bytes = new byte[file.Length];
        return new NotebookReader(path).Read(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Reads a notebook from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">The name for error messages.</param>
    /// <exception cref="NotebookFormatException">It is not JSON, of another nbformat than 4, or not C#.</exception>
    public static Notebook Parse(string json, string name = "the text") =>
        new NotebookReader(name).Read(Encoding.UTF8.GetBytes(json));

    /// <summary>Returns the notebook as nbformat 4.5 JSON.</summary>
    public string ToJson() => NotebookWriter.Write(this);

    /// <summary>
    /// Saves the notebook. It is written to a temporary file and renamed, so that <paramref name="path"/> is never half
    /// written. A <c>.dib</c> file contains only cells, without outputs.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void Save(string path) => AtomicFile.Write(path, Encoding.UTF8.GetBytes(IsDib(path) ? DibFile.Write(this) : ToJson()));

    /// <summary>Removes all outputs, execution counts and widget states, as for version control.</summary>
    public void StripOutputs()
    {
        foreach (var cell in Cells)
        {
            cell.Outputs = [];
            cell.ExecutionCount = null;
            cell.Metadata.Remove("execution");
        }
        Metadata.Remove("widgets");
    }

    /// <summary>Returns the cells to run, with their indexes: code cells that have code and are not tagged <c>skip-execution</c>.</summary>
    internal IEnumerable<(int Index, NotebookCell Item)> CodeCells() =>
        Cells.Index().Where(entry => entry.Item.Kind == CellKind.Code && !string.IsNullOrWhiteSpace(entry.Item.Source) && !entry.Item.IsSkipped);

    /// <summary>Returns a notebook with its own list of the same cell objects.</summary>
    internal Notebook Copy() => new((JsonObject)Metadata.DeepClone(), [.. Cells], Other);

    // Polyglot Notebooks uses polyglot-notebook for notebooks with several languages, whose cells name their own.
    internal static bool IsCSharp(string language) => language.ToLowerInvariant() is "c#" or "csharp" or "polyglot-notebook";

    private static bool IsDib(string path) => Path.GetExtension(path).Equals(".dib", StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonObject? parent, string key) =>
        parent?[key] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonObject CSharpMetadata() => new()
    {
        ["kernelspec"] = new JsonObject { ["display_name"] = "C# (Notable)", ["language"] = "C#", ["name"] = "notable-csharp" },
        ["language_info"] = new JsonObject { ["name"] = "C#", ["file_extension"] = ".cs", ["mimetype"] = "text/x-csharp" },
    };
}
