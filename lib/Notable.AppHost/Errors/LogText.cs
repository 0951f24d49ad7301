using System.Globalization;
using System.Text;

namespace Notable.AppHost.Errors;

/// <summary>Makes untrusted text safe for a log: short, and without control characters that affect a terminal or start a line.</summary>
internal static class LogText
{
    public const int MaxValue = 300, MaxLines = 10_000;

    /// <summary>Cleans a value of an entry to one line.</summary>
    public static string Value(string text) => Clean(text, MaxValue, keepsLines: false);

    /// <summary>Cleans a text of several lines, such as a stack trace.</summary>
    public static string Lines(string text) => Clean(text, MaxLines, keepsLines: true);

    private static string Clean(string text, int most, bool keepsLines)
    {
        if (text.Length <= most && !text.Any(letter => IsEscaped(letter, keepsLines)))
            return text;
        var clean = new StringBuilder();
        foreach (var letter in text.AsSpan(0, Math.Min(text.Length, most)))
            if (IsEscaped(letter, keepsLines))
                clean.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            else
                clean.Append(letter);
        if (text.Length > most)
            clean.Append(CultureInfo.InvariantCulture, $"… ({text.Length} characters)");
        return clean.ToString();
    }

    private static bool IsEscaped(char letter, bool keepsLines) =>
        // Bidirectional marks could make an entry look like a different one.
        !(keepsLines && letter is '\n' or '\r' or '\t')
        && (char.IsControl(letter) || letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029');
}

/// <summary>An exception with a text that is safe for the log.</summary>
internal sealed class LoggedException(Exception error, string text) : Exception(LogText.Value(error.Message))
{
    /// <summary>Returns the exception itself, or one with a safe text if its own is not safe.</summary>
    public static Exception? Of(Exception? error)
    {
        if (error is null)
            return null;
        var text = error.ToString();
        var clean = LogText.Lines(text);
        return ReferenceEquals(text, clean) ? error : new LoggedException(error, clean);
    }

    public override string ToString() => text;
}
