using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Notable.AppHost.Pages;

/// <summary>
/// Treats LaTeX environments without dollar signs, such as <c>\begin{align} ... \end{align}</c>, as displayed math, as Jupyter does. As there,
/// an environment ends before an empty line.
/// </summary>
internal sealed partial class MathEnvironments : IMarkdownExtension
{
    /// <summary>The maximum length in characters, so that many unclosed environments don't take quadratic time.</summary>
    private const int Longest = 10_000;

    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new Blocks());
        pipeline.InlineParsers.InsertBefore<EscapeInlineParser>(new Inlines());
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Returns the index after the environment that begins at <paramref name="start"/>; -1 if there is none.</summary>
    private static int EndOf(string text, int start, int length)
    {
        if (Opening().Match(text, start, length) is not { Success: true } opening)
            return -1;
        var (begin, end) = (opening.Value, opening.Value.Replace(@"\begin", @"\end", StringComparison.Ordinal));
        var rest = text.AsSpan(0, start + Math.Min(length, Longest));
        var depth = 0;
        for (var at = start; at < rest.Length; at++)
            if (rest[at..].StartsWith(begin, StringComparison.Ordinal))
                depth++;
            else if (rest[at..].StartsWith(end, StringComparison.Ordinal) && --depth == 0)
                return at + end.Length;
            else if (rest[at] == '\n' && rest[(at + 1)..].TrimStart(" \t\r").StartsWith('\n'))
                return -1;
        return -1;
    }

    /// <summary>The environments that the page's script can show. Others, such as lists, stay text.</summary>
    [GeneratedRegex(@"\G\\begin\{(equation|align|alignat|gather|multline|[pbBvV]?matrix)\*?\}|\G\\begin\{(aligned|alignedat|gathered|split|array|r?cases|smallmatrix|CD)\}")]
    private static partial Regex Opening();

    /// <summary>
    /// Environments that begin and end with a line. As blocks, they may contain lines that look like lists or headings. In lists and quotations,
    /// whose lines have prefixes, <see cref="Inlines"/> finds them.
    /// </summary>
    private sealed class Blocks : BlockParser
    {
        public Blocks() => OpeningCharacters = ['\\'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || IsNested(processor.CurrentContainer))
                return BlockState.None;
            var (text, start) = (processor.Line.Text, processor.Line.Start);
            var end = EndOf(text, start, text.Length - start);
            if (end < 0 || !IsLineEnd(text.AsSpan(end)) || IsInFormula(processor.CurrentBlock))
                return BlockState.None;
            var block = new MathBlock(this) { Column = processor.Column, Span = new(start, end - 1) };
            block.GetAttributes().AddClass("math");
            processor.NewBlocks.Push(block);
            return Next(processor, block);
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block) => Next(processor, block);

        private static BlockState Next(BlockProcessor processor, Block block) => processor.Line.End < block.Span.End ? BlockState.Continue : BlockState.Break;

        private static bool IsLineEnd(ReadOnlySpan<char> rest) => rest.TrimStart(" \t\r") is [] or ['\n', ..];

        /// <summary>Whether the line continues a list or quotation; one that it does not continue is no longer open.</summary>
        private static bool IsNested(ContainerBlock? container)
        {
            for (; container is not (null or MarkdownDocument); container = container.Parent)
                if (container.IsOpen)
                    return true;
            return false;
        }

        /// <summary>Whether the paragraph so far opened a formula with dollar signs, which the environment is a part of.</summary>
        private static bool IsInFormula(Block? block) => block is ParagraphBlock paragraph && paragraph.Lines.ToString().Split("$$").Length % 2 == 0;
    }

    private sealed class Inlines : InlineParser
    {
        public Inlines() => OpeningCharacters = ['\\'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var end = EndOf(slice.Text, slice.Start, slice.Length);
            if (end < 0)
                return false;
            processor.Inline = new MathInline { Delimiter = '$', DelimiterCount = 2, Content = new(slice.Text, slice.Start, end - 1) };
            slice.Start = end;
            return true;
        }
    }
}
