using System.Text;
using System.Text.Json.Nodes;
using Notable.Shared;

namespace Notable.Kernel.Notebooks;

/// <summary>A Jupyter notebook (nbformat 4) of C# cells. What this library does not know it keeps and writes back.</summary>
public sealed class Notebook
{
    /// <summary>The largest file that is read, in bytes: 200 MB.</summary>
    public const long MaxFileBytes = 200_000_000;

    /// <summary>A notebook of these cells, marked as C#.</summary>
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

    /// <summary>What front ends and tools note about the notebook: kernelspec, language, widgets' states.</summary>
    public JsonObject Metadata { get; }

    /// <summary>The language that the metadata names, as <c>C#</c>; null where it names none.</summary>
    public string? Language =>
        Text(Metadata["kernelspec"] as JsonObject, "language") ?? Text(Metadata["language_info"] as JsonObject, "name");

    /// <summary>Keys of the file that this library gives no meaning.</summary>
    internal JsonObject Other { get; }

    /// <summary>Reads a notebook file: <c>.dib</c> by its name, else nbformat 4.</summary>
    /// <exception cref="NotebookFormatException">It is too large, not JSON, of another nbformat than 4, or not C#.</exception>
    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static Notebook Open(string path)
    {
        // Of the opened file: what a folder says of a symbolic link is the link's own length.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length > MaxFileBytes)
            throw new NotebookFormatException(
                $"{path} cannot be used as a notebook: it has {file.Length} bytes, and at most {MaxFileBytes} are read.");
        if (IsDib(path))
            return DibFile.Read(new StreamReader(file).ReadToEnd(), path);
        var bytes = new byte[file.Length];
        return new NotebookReader(path).Read(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
    }

    /// <summary>Reads a notebook from its JSON text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="name">What error messages call it.</param>
    /// <exception cref="NotebookFormatException">It is not JSON, of another nbformat than 4, or not C#.</exception>
    public static Notebook Parse(string json, string name = "the text") =>
        new NotebookReader(name).Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The notebook as the text of an nbformat 4.5 file.</summary>
    public string ToJson() => NotebookWriter.Write(this);

    /// <summary>
    /// Writes the notebook beside <paramref name="path"/> and renames it: the file there is the old or the new one, never
    /// half. A <c>.dib</c> file has its cells alone, without outputs.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public void Save(string path) => AtomicFile.Write(path, Encoding.UTF8.GetBytes(IsDib(path) ? DibFile.Write(this) : ToJson()));

    /// <summary>Removes all outputs, execution counts and saved widgets: how a notebook goes into version control.</summary>
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

    /// <summary>Another notebook with the same cell objects: cells put into one are not in the other.</summary>
    internal Notebook Copy() => new((JsonObject)Metadata.DeepClone(), [.. Cells], Other);

    // What Polyglot Notebooks calls notebooks of several languages, of which the cells note their own.
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
