using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Notable.Testing;

namespace Notable.AppHost.Tests;

/// <summary>
/// Two dollar signs in one paragraph become a formula: in Markdown with mathematics (GitHub, our page), and where MathJax searches the
/// rendered text (nbconvert, Jupyter Notebook), which also ignores a backslash before the sign.
/// </summary>
public class DollarsAreNoFormulas
{
    private static readonly MarkdownPipeline withMath = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().Build();

    public static TheoryData<string> Documents =>
    [
        "README.md", "README.zh-CN.md",
        .. Directory.GetFiles(Repository.Path("docs"), "*.md").Concat(Directory.GetFiles(Repository.Path("notebooks"), "*.*"))
            .Concat(Directory.GetFiles(Repository.Path("notebooks", "models"), "*.md")).Where(file => file.EndsWith(".md", StringComparison.Ordinal) || file.EndsWith(".ipynb", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(Repository.Root, file)),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void In_any_paragraph_that_readers_see(string document)
    {
        var text = File.ReadAllText(Repository.Path(document));
        var parts = document.EndsWith(".md", StringComparison.Ordinal) ? [text] : Cells(JsonNode.Parse(text)!);
        Assert.NotEmpty(parts);
        foreach (var part in parts)
            Assert.Equal([], Formulas(part));
    }

    [Theory]
    [InlineData("a $50 and a $100 bill", 1)]
    [InlineData(@"a \$50 and a \$100 bill", 1)]
    [InlineData("a $50 bill\n\nand a $100 bill", 0)]
    [InlineData("`$50` and `$100`, `$\"{x}\"`", 0)]
    [InlineData("| a | b |\n| --- | --- |\n| $50 | $100 |", 0)]
    [InlineData("| a |\n| --- |\n| $50, $100 |", 1)]
    public void And_this_finds_those_that_are(string markdown, int found) => Assert.Equal(found, Formulas(markdown).Count());

    private static IEnumerable<string> Cells(JsonNode notebook) =>
        from cell in notebook["cells"]!.AsArray()
        where (string?)cell!["cell_type"] == "markdown"
        let translations = cell["metadata"]!["translations"] as JsonObject ?? []
        from source in translations.Select(entry => entry.Value).Prepend(cell["source"])
        select string.Concat(source!.AsArray().Select(line => (string?)line));

    /// <summary>The paragraphs, headings and table cells in which a front end would see a formula.</summary>
    private static IEnumerable<string> Formulas(string markdown) =>
        from block in Markdown.Parse(markdown, withMath).Descendants<LeafBlock>()
        where block.Inline is not null
        let texts = string.Concat(block.Inline!.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()))
        where block.Inline!.Descendants<MathInline>().Any() || texts.Count(letter => letter == '$') > 1
        select texts;
}
