namespace Notable.Learning.Files;

/// <summary>Text from a file on its way into a message: cut short, without control characters, which terminals obey.</summary>
internal static class Untrusted
{
    /// <summary>A name from the file, in quotes.</summary>
    public static string Quote(string name) => $"'{Printable(name, 80)}'";

    /// <summary>The first sizes of a shape.</summary>
    public static string Shape(IEnumerable<long> shape) => $"[{string.Join(", ", shape.Take(8))}]";

    /// <summary>At most <paramref name="longest"/> characters, control characters and halves of pairs replaced.</summary>
    public static string Printable(string text, int longest)
    {
        var shown = string.Concat(text.Take(longest).Select(c => IsUnsafe(c) ? '\uFFFD' : c));
        return text.Length > longest ? shown + "..." : shown;
    }

    private static bool IsUnsafe(char c) => char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029';
}
