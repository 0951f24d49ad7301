using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary>A section of a cell: C#, or a magic command and the lines it takes.</summary>
/// <param name="Magic">The command; null for C#.</param>
/// <param name="Line">The first line, from 1.</param>
/// <param name="Count">The number of lines.</param>
/// <param name="Argument">The text after the command.</param>
/// <param name="Text">
/// For C#, the code, preceded by empty lines so that it keeps its line numbers; for a command, the lines below it, if it
/// takes them.
/// </param>
internal sealed record CellSection(Magic? Magic, int Line, int Count, string Argument, string Text)
{
    /// <summary>The magic commands that switch back to C#.</summary>
    private static readonly string[] csharp = ["#!csharp", "#!c#", "#!C#"];

    public static IEnumerable<CellSection> Split(string cell)
    {
        var lines = cell.Split('\n');
        for (var at = 0; at <= lines.Length;)
        {
            var end = NextCommand(lines, at);
            yield return Code(lines, at, end);
            if (end == lines.Length)
                yield break;
            var (word, argument) = Command(lines[end]);
            at = end + 1;
            if (Magic.Find(word) is not { } magic)
                continue;
            // In a cell of a language that is not available, commands belong to that language.
            Func<string, bool> isNext = magic is UnsupportedLanguage ? IsLanguage : IsCommand;
            if (magic.TakesLines)
                while (at < lines.Length && !isNext(lines[at]))
                    at++;
            yield return new CellSection(magic, end + 1, at - end, argument, string.Join('\n', lines[(end + 1)..at]));
        }
    }

    /// <summary>Returns the next line that is a command. Lines within a string literal are not commands.</summary>
    private static int NextCommand(string[] lines, int start)
    {
        if (Array.FindIndex(lines, start, IsCommand) < 0)
            return lines.Length;
        var tree = ScriptSyntax.Parse(string.Join('\n', lines[start..]), "");
        foreach (var line in tree.GetText().Lines)
            if (IsCommand(lines[start + line.LineNumber]) && tree.GetRoot().FindToken(line.Start, findInsideTrivia: true).SpanStart >= line.Start)
                return start + line.LineNumber;
        return lines.Length;
    }

    private static bool IsCommand(string line) => Command(line).Word is { Length: > 0 } word && (csharp.Contains(word) || Magic.Find(word) is not null);

    private static bool IsLanguage(string line) => Command(line).Word is { Length: > 0 } word && (csharp.Contains(word) || Magic.Find(word) is ShowMarkup or UnsupportedLanguage);

    private static CellSection Code(string[] lines, int start, int end) =>
        new(null, start + 1, end - start, "", new string('\n', start) + string.Join('\n', lines[start..end]));

    private static (string Word, string Argument) Command(string line)
    {
        var words = line.StartsWith('#') ? line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        return words switch
        {
            [var word, var argument] => (word, argument),
            [var word] => (word, ""),
            _ => ("", ""),
        };
    }
}
