using System.Globalization;
using System.Text;

namespace Notable.AppHost.Errors;

/// <summary>Makes text from outside fit for a log: short, and without characters that a terminal or a reader of lines obeys.</summary>
internal static class LogText
{
    public const int MaxValue = 300, MaxLines = 10_000;

    /// <summary>A value in an entry: one line.</summary>
    public static string Value(string text) => Clean(text, MaxValue, keepsLines: false);

    /// <summary>A text of several lines, such as a stack trace.</summary>
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
        // Marks that turn the direction of text around would make an entry read as another one.
        !(keepsLines && letter is '\n' or '\r' or '\t')
        && (char.IsControl(letter) || letter is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069' or '\u2028' or '\u2029');
}

/// <summary>An exception as the log shows it: its text made safe.</summary>
internal sealed class LoggedException(Exception error, string text) : Exception(LogText.Value(error.Message))
{
    /// <summary>The exception as it was, or one whose text is safe if its own is not.</summary>
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
