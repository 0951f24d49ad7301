using System.Text.Json.Nodes;
using Notable.Kernel.Notebooks;

namespace Notable.AppHost.Pages;

/// <summary>The Markdown of a notebook in one language, as HTML.</summary>
/// <param name="Title">The first heading, or the notebook's name.</param>
/// <param name="Html">One entry per cell; null for cells that are not Markdown.</param>
internal sealed record LocalizedMarkdown(string Title, IReadOnlyList<string?> Html)
{
    public static LocalizedMarkdown Of(Notebook notebook, string language, string name, string? folder)
    {
        string?[] sources = [.. notebook.Cells.Select(cell => cell.Kind == CellKind.Markdown ? Source(cell, language) : null)];
        var heading = sources.OfType<string>().Select(MarkdownText.FirstHeading).FirstOrDefault(found => found is not null);
        return new(heading ?? name, [.. sources.Zip(notebook.Cells, (source, cell) => source is null ? null : MarkdownText.ToHtml(source, new LocalPictures(folder, cell.Attachments)))]);
    }

    /// <summary>
    /// Returns a cell's text. Its metadata may contain translations: <c>"translations": {"es": "# Hola"}</c>, or a list of lines.
    /// </summary>
    private static string Source(NotebookCell cell, string language) => (cell.Metadata["translations"] as JsonObject)?[language] switch
    {
        JsonValue text when text.TryGetValue<string>(out var source) => source,
        JsonArray lines when lines.All(line => line is JsonValue value && value.TryGetValue<string>(out _)) => string.Concat(lines.Select(line => (string?)line)),
        _ => cell.Source,
    };
}
