namespace Notable.Display.Figures;

/// <summary>Colors that are legible on white and on black.</summary>
internal static class Palette
{
    /// <summary>The color of text and axes: about 4:1 against white, 5:1 against black.</summary>
    public const string Ink = "#7c7c7c";

    /// <summary>The color of grid lines, on either background.</summary>
    public const string Grid = "rgba(128,128,128,.22)";

    private static readonly string[] series =
        ["#3b82c4", "#e07b29", "#3a9e5c", "#cc5a5a", "#8f72c2", "#a0785a", "#d070a8", "#929230"];

    // A sequential scale from pale to deep blue (lightness falls evenly, so it also reads without color).
    private static readonly (int R, int G, int B)[] blues =
        [(239, 245, 252), (198, 219, 239), (133, 182, 218), (66, 133, 190), (24, 84, 153), (8, 40, 95)];

    /// <summary>The colors of the scale at equal steps from 0 to 1.</summary>
    public static IEnumerable<string> ScaleStops => Enumerable.Range(0, blues.Length).Select(i => Scale((double)i / (blues.Length - 1)).Color);

    /// <summary>Returns the color of the <paramref name="index"/>th series. The colors repeat after the last one.</summary>
    public static string Series(int index) => series[index % series.Length];

    /// <summary>Returns the color at a position on the scale, 0 to 1, and whether text on it must be white.</summary>
    public static (string Color, bool IsDark) Scale(double place)
    {
        var at = Math.Clamp(place, 0, 1) * (blues.Length - 1);
        var low = Math.Min((int)at, blues.Length - 2);
        var (from, to, share) = (blues[low], blues[low + 1], at - low);
        var (r, g, b) = (Mix(from.R, to.R, share), Mix(from.G, to.G, share), Mix(from.B, to.B, share));
        return ($"#{r:x2}{g:x2}{b:x2}", 0.299 * r + 0.587 * g + 0.114 * b < 150);
    }

    private static int Mix(int from, int to, double share) => (int)Math.Round(from + (to - from) * share);
}
