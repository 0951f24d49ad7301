using System.Text;

namespace Notable.Kernel.Protocol;

/// <summary>
/// Places in a text as the protocol counts them (Unicode code points) and as .NET does (UTF-16): they differ after an emoji.
/// </summary>
internal static class CodePoints
{
    /// <summary>The UTF-16 index of a code point; one outside the text is moved to its nearer end.</summary>
    public static int ToIndex(string text, int codePoint)
    {
        var index = 0;
        for (var passed = 0; passed < codePoint && index < text.Length; passed++)
            index += Width(text, index);
        return index;
    }

    /// <summary>How many code points stand before a UTF-16 index.</summary>
    public static int FromIndex(string text, int index)
    {
        var count = 0;
        for (var at = 0; at < index; at += Width(text, at))
            count++;
        return count;
    }

    // A lone half of a pair counts as one, as in Python.
    private static int Width(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune.Utf16SequenceLength : 1;
}
