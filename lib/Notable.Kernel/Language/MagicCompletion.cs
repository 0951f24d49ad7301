using Notable.Kernel.Scripting.Magics;

namespace Notable.Kernel.Language;

/// <summary>Completes magic commands, and hides them from the C# language services.</summary>
internal static class MagicCompletion
{
    /// <summary>Returns the commands that fit at a position; null if the position is not in a command.</summary>
    public static Completions? At(string code, int position)
    {
        var start = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        var word = code[start..position];
        if (!word.StartsWith("#!", StringComparison.Ordinal) || word.Contains(' '))
            return null;
        return new Completions(start, position,
        [
            .. Magic.All.Where(magic => magic.Name.StartsWith(word, StringComparison.Ordinal))
                .Select(magic => new Completion(magic.Name, "magic", magic.Help)),
        ]);
    }

    /// <summary>Returns the cell with everything that is not C# replaced by spaces, so that positions stay the same.</summary>
    public static string Mask(string code)
    {
        if (!code.Contains('#'))
            return code;
        var masked = code.ToCharArray();
        var at = 0;
        var kept = CellSection.Split(code).Where(section => section.Magic is null)
            .SelectMany(section => Enumerable.Range(section.Line, section.Count)).ToHashSet();
        foreach (var (line, number) in code.Split('\n').Select((line, index) => (line, index + 1)))
        {
            if (!kept.Contains(number))
                masked.AsSpan(at, line.Length).Fill(' ');
            at += line.Length + 1;
        }
        return new string(masked);
    }
}
