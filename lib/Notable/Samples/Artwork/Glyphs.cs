using Notable.Samples.Drawing;

namespace Notable.Samples.Artwork;

/// <summary>The characters on a sample note, as strokes in a box of 100 by 100.</summary>
internal static class Glyphs
{
    private const double Advance = 1.32;

    private static readonly Dictionary<char, (double Width, Outline Strokes)> Known = new()
    {
        ['0'] = (0.66, Outline.Parse("M 50 0 Q 100 0 100 50 Q 100 100 50 100 Q 0 100 0 50 Q 0 0 50 0")),
        ['1'] = (0.5, Outline.Parse("M 5 25 L 55 0 L 55 100 M 5 100 L 100 100")),
        ['5'] = (0.66, Outline.Parse("M 94 0 L 16 0 L 8 46 Q 26 34 48 34 Q 100 36 100 68 Q 100 100 48 100 Q 14 100 0 80")),
        ['S'] = (0.62, Outline.Parse(
            "M 94 18 Q 84 0 50 0 Q 6 0 6 26 Q 6 46 50 50 Q 98 54 98 75 Q 98 100 50 100 Q 12 100 2 80")),
        ['A'] = (0.74, Outline.Parse("M 0 100 L 50 0 L 100 100 M 18 66 L 82 66")),
        ['M'] = (0.86, Outline.Parse("M 0 100 L 6 0 L 50 64 L 94 0 L 100 100")),
        ['P'] = (0.6, Outline.Parse("M 0 100 L 0 0 L 45 0 Q 100 0 100 28 Q 100 56 45 56 L 0 56")),
        ['L'] = (0.54, Outline.Parse("M 0 0 L 0 100 L 100 100")),
        ['E'] = (0.56, Outline.Parse("M 100 0 L 0 0 L 0 100 L 100 100 M 0 50 L 80 50")),
    };

    /// <summary>Returns the width of a text with this letter height, from the first stroke to the last.</summary>
    public static double WidthOf(string text, double height) =>
        text.Sum(letter => Known[letter].Width * height * Advance) - Known[text[^1]].Width * height * (Advance - 1);

    /// <summary>Returns a text's strokes, centered on a point.</summary>
    public static IEnumerable<IReadOnlyList<Point>> Text(string text, double centerX, double centerY, double height)
    {
        var x = centerX - WidthOf(text, height) / 2;
        foreach (var letter in text)
        {
            var (width, strokes) = Known[letter];
            foreach (var line in strokes.Placed(x, centerY - height / 2, width * height / 100, height / 100).Lines)
                yield return line;
            x += width * height * Advance;
        }
    }
}
