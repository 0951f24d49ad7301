namespace Notable.Learning.Files;

/// <summary>Makes text from a file safe for messages: shortened, without control characters, which terminals would interpret.</summary>
internal static class UntrustedText
{
    /// <summary>Returns a name from the file, in quotes.</summary>
    public static string Quote(string name) => $"'{Printable(name, 80)}'";

    /// <summary>Returns the first dimensions of a shape.</summary>
    public static string Shape(IEnumerable<long> shape) => $"[{string.Join(", ", shape.Take(8))}]";

    /// <summary>Returns at most <paramref name="longest"/> characters, with control characters and unpaired surrogates replaced.</summary>
    public static string Printable(string text, int longest)
    {
        var shown = string.Concat(text.Take(longest).Select(c => IsUnsafe(c) ? '\uFFFD' : c));
        return text.Length > longest ? shown + "..." : shown;
    }

    private static bool IsUnsafe(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029';
}
