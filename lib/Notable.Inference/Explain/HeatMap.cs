using System.Net;
using Notable.Display;
using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Shows which parts of a picture support a class: a value from 0 (not at all) to 1 (most) for each cell of the network's last feature
/// map, 7 x 7 for 224 pixels.
/// </summary>
public sealed class HeatMap : IDisplayable
{
    private readonly Picture picture;
    private readonly VisibleRegion seen;

    internal HeatMap(string label, float[,] values, Picture picture, VisibleRegion seen) =>
        (Label, Values, this.picture, this.seen) = (label, values, picture, seen);

    /// <summary>Returns the index of a class among the answers.</summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    internal static int PlaceOf(string label, IReadOnlyList<string> answers)
    {
        for (var i = 0; i < answers.Count; i++)
            if (answers[i] == label)
                return i;
        throw new ArgumentException($"the model has no class '{label}'; it has {string.Join(", ", answers)}", nameof(label));
    }

    /// <summary>The explained class.</summary>
    public string Label { get; }

    /// <summary>[h, w], 0 to 1: covers the part of the picture that the network saw, which may exclude a border.</summary>
    public float[,] Values { get; }

    /// <summary>Returns a value for each pixel of a picture of this size: [height, width], 0 to 1; 0 where the network did not look.</summary>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    public float[,] Sized(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var map = new float[height, width];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                if (seen.Place((x + 0.5) / width, (y + 0.5) / height) is { } place)
                    map[y, x] = Between(place.Across, place.Down);
        return map;
    }

    /// <summary>Returns the picture with the map as an overlay in the colors of <see cref="ColorBar"/>.</summary>
    /// <param name="opacity">Opacity of the overlay, 0 to 1.</param>
    /// <param name="longSide">The longer side of the result in pixels; a smaller picture keeps its size.</param>
    public Picture Overlay(double opacity = 0.5, int longSide = 640)
    {
        if (opacity is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(opacity), opacity, "opacity must be between 0 and 1");
        ArgumentOutOfRangeException.ThrowIfLessThan(longSide, 1);
        var shown = picture.Within(longSide);
        var map = Sized(shown.Width, shown.Height);
        var pixels = new byte[shown.Pixels.Length];
        for (var i = 0; i < pixels.Length; i++)
        {
            var color = Color(map[i / 3 / shown.Width, i / 3 % shown.Width], channel: i % 3);
            pixels[i] = (byte)Math.Round((1 - opacity) * shown.Pixels[i] + opacity * color);
        }
        return new(shown.Width, shown.Height, pixels);
    }

    /// <summary>Returns the color scale, from 0 at the left to 1 at the right: black, red, orange, yellow.</summary>
    /// <param name="width">Width in pixels, at least 2.</param>
    /// <param name="height">Height in pixels, at least 1.</param>
    public static Picture ColorBar(int width = 160, int height = 12)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        var pixels = new byte[3 * width * height];
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Round(Color(i / 3 % width / (width - 1f), channel: i % 3));
        return new(width, height, pixels);
    }

    /// <summary>Returns the picture with the map as an overlay, above a color bar.</summary>
    public MimeBundle ToMimeBundle() => MimeBundle.Html(
        $"""
        <figure style="margin:0">{Image(Overlay().ToJpeg(), "jpeg", ToString())}
        <figcaption style="font-size:12px;margin-top:4px">Importance for {WebUtility.HtmlEncode(LabelText.Of(Label))}: low {Image(ColorBar().ToPng(), "png", "from black through red to yellow")} high</figcaption></figure>
        """, ToString());

    /// <summary>A description in words.</summary>
    public override string ToString() => $"how much each part of a picture of {picture.Width} x {picture.Height} pixels counts for {Label}";

    private static string Image(byte[] file, string kind, string text) =>
        $"<img src=\"data:image/{kind};base64,{Convert.ToBase64String(file)}\" alt=\"{WebUtility.HtmlEncode(text)}\" style=\"max-width:100%;height:auto;vertical-align:middle\">";

    // Red rises first, then green, blue hardly at all.
    private static double Color(float heat, int channel) =>
        255 * Math.Clamp(channel switch { 0 => 2 * heat, 1 => 2 * heat - 0.9, _ => 3 * heat - 2.7 }, 0, 1);

    // Bilinear between the cells' centers.
    private float Between(double across, double down)
    {
        var (rows, columns) = (Values.GetLength(0), Values.GetLength(1));
        var (x, y) = (Math.Clamp(across * columns - 0.5, 0, columns - 1), Math.Clamp(down * rows - 0.5, 0, rows - 1));
        var (left, top) = (Math.Min((int)x, Math.Max(columns - 2, 0)), Math.Min((int)y, Math.Max(rows - 2, 0)));
        var (right, bottom) = (Math.Min(left + 1, columns - 1), Math.Min(top + 1, rows - 1));
        var (dx, dy) = ((float)(x - left), (float)(y - top));
        return (1 - dy) * ((1 - dx) * Values[top, left] + dx * Values[top, right])
            + dy * ((1 - dx) * Values[bottom, left] + dx * Values[bottom, right]);
    }
}
