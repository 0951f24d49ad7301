namespace Notable.Kernel.Scripting.Magics;

/// <summary>Lines of a cell that belong together: C#, or a magic command and what it takes.</summary>
/// <param name="Magic">The command; null for C#.</param>
/// <param name="Line">The line that it starts at, from 1.</param>
/// <param name="Count">How many lines it has.</param>
/// <param name="Argument">What stands behind the command.</param>
/// <param name="Text">
/// C#, after as many empty lines as the cell has before it, so that its lines keep their numbers; or the lines below the
/// command, where it takes them.
/// </param>
internal sealed record CellSection(Magic? Magic, int Line, int Count, string Argument, string Text)
{
    /// <summary>The name of a magic command that leads back to C#.</summary>
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
            // Commands within a language that is not here are that language's.
            Func<string, bool> isNext = magic is AbsentLanguage ? IsLanguage : IsCommand;
            if (magic.TakesLines)
                while (at < lines.Length && !isNext(lines[at]))
                    at++;
            yield return new CellSection(magic, end + 1, at - end, argument, string.Join('\n', lines[(end + 1)..at]));
        }
    }

    /// <summary>The next line of C# that is a command: one within a text is not.</summary>
    private static int NextCommand(string[] lines, int start)
    {
        if (Array.FindIndex(lines, start, IsCommand) < 0)
            return lines.Length;
        var tree = ScriptCompiler.Parse(string.Join('\n', lines[start..]), "");
        foreach (var line in tree.GetText().Lines)
            if (IsCommand(lines[start + line.LineNumber]) && tree.GetRoot().FindToken(line.Start, findInsideTrivia: true).SpanStart >= line.Start)
                return start + line.LineNumber;
        return lines.Length;
    }

    private static bool IsCommand(string line) => Command(line).Word is { Length: > 0 } word && (csharp.Contains(word) || Magic.Find(word) is not null);

    private static bool IsLanguage(string line) => Command(line).Word is { Length: > 0 } word && (csharp.Contains(word) || Magic.Find(word) is ShowMarkup or AbsentLanguage);

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
