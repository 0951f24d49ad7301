using System.Text;

namespace Notable.Kernel.Protocol;

/// <summary>
/// Converts text positions between the protocol (Unicode code points) and .NET (UTF-16). They differ after an emoji.
/// </summary>
internal static class CodePoints
{
    /// <summary>Returns the UTF-16 index of a code point, clamped to the text.</summary>
    public static int ToIndex(string text, int codePoint)
    {
        var index = 0;
        for (var passed = 0; passed < codePoint && index < text.Length; passed++)
            index += Width(text, index);
        return index;
    }

    /// <summary>Returns the number of code points before a UTF-16 index.</summary>
    public static int FromIndex(string text, int index)
    {
        var count = 0;
        for (var at = 0; at < index; at += Width(text, at))
            count++;
        return count;
    }

    // An unpaired surrogate counts as one, as in Python.
    private static int Width(string text, int index) => Rune.TryGetRuneAt(text, index, out var rune) ? rune.Utf16SequenceLength : 1;
}
