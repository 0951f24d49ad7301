using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.Documents;

namespace Notable.Kernel.Notebooks;

/// <summary>The <c>.dib</c> format of .NET Interactive: plain text, in which a line <c>#!csharp</c> or <c>#!markdown</c> starts a cell.</summary>
internal static class DibFile
{
    private static readonly (string Name, string Language, string[] Aliases)[] kernels =
    [
        ("csharp", "C#", ["c#", "C#"]), ("fsharp", "F#", ["f#", "F#"]), ("pwsh", "PowerShell", ["powershell"]), ("html", "HTML", []), ("javascript", "JavaScript", ["js"]),
        ("mermaid", "Mermaid", []), ("markdown", "Markdown", ["md"]), ("sql", "SQL", []), ("kql", "KQL", []), ("http", "HTTP", []), ("value", "text", []), ("python", "Python", []),
    ];

    /// <exception cref="NotebookFormatException">The text is not in this format.</exception>
    public static Notebook Read(string text, string name)
    {
        InteractiveDocument document;
        try
        {
            document = CodeSubmission.Parse(text, Kernels());
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            throw new NotebookFormatException($"{name} cannot be read as a .dib notebook: {broken.Message}", broken);
        }
        var notebook = new Notebook(document.Elements.Where(element => element.Contents.Trim().Length > 0).Select(CellOf));
        CellIds.Complete(notebook.Cells);
        return notebook;
    }

    /// <summary>Returns the text of such a file. Outputs and most metadata are lost.</summary>
    public static string Write(Notebook notebook)
    {
        var document = new InteractiveDocument();
        foreach (var cell in notebook.Cells.Where(cell => cell.Kind != CellKind.Raw))
            document.Elements.Add(new InteractiveDocumentElement
            {
                KernelName = cell.Kind == CellKind.Markdown ? "markdown" : cell.KernelName ?? "csharp", Contents = cell.Source,
            });
        return document.ToCodeSubmissionContent("\n");
    }

    private static NotebookCell CellOf(InteractiveDocumentElement element)
    {
        var source = element.Contents.ReplaceLineEndings("\n");
        return element.KernelName switch
        {
            "markdown" => new NotebookCell(CellKind.Markdown, source),
            null or "csharp" => new NotebookCell(CellKind.Code, source),
            var kernel => new NotebookCell(CellKind.Code, source) { Metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = kernel } } },
        };
    }

    private static KernelInfoCollection Kernels()
    {
        var all = new KernelInfoCollection { DefaultKernelName = "csharp" };
        foreach (var (name, language, aliases) in kernels)
            all.Add(new KernelInfo(name, languageName: language, aliases: aliases));
        return all;
    }
}
