using Notable.Display;
using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Shows which parts of a picture support a class: a value from 0 (not at all) to 1 (most) for each cell of the grid the network
/// ends with, 7 x 7 at 224 pixels.
/// </summary>
public sealed class HeatMap : IDisplayable
{
    private readonly Picture picture;
    private readonly SeenPart seen;

    internal HeatMap(string label, float[,] values, Picture picture, SeenPart seen) =>
        (Label, Values, this.picture, this.seen) = (label, values, picture, seen);

    /// <summary>The place of a class among the answers.</summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    internal static int PlaceOf(string label, IReadOnlyList<string> answers)
    {
        for (var i = 0; i < answers.Count; i++)
            if (answers[i] == label)
                return i;
        throw new ArgumentException($"the model has no class '{label}'; it has {string.Join(", ", answers)}", nameof(label));
    }

    /// <summary>The class that is explained.</summary>
    public string Label { get; }

    /// <summary>[h, w], 0 to 1: the part of the picture that the network saw, which may leave out a border.</summary>
    public float[,] Values { get; }

    /// <summary>[height, width], 0 to 1: a value for each pixel of a picture of this size; 0 in what the network did not see.</summary>
    /// <param name="width">Pixels a row, at least 1.</param>
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

    /// <summary>Returns the picture with the map as an overlay: relevant parts are shown in red to yellow, the rest is dimmed.</summary>
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
            var heat = map[i / 3 / shown.Width, i / 3 % shown.Width];
            // Black through red and orange to yellow: red rises first, then green, hardly any blue.
            var color = 255 * Math.Clamp((i % 3) switch { 0 => 2 * heat, 1 => 2 * heat - 0.9, _ => 3 * heat - 2.7 }, 0, 1);
            pixels[i] = (byte)Math.Round((1 - opacity) * shown.Pixels[i] + opacity * color);
        }
        return new(shown.Width, shown.Height, pixels);
    }

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => MimeBundle.Jpeg(Overlay().ToJpeg(), ToString());

    /// <summary>A short description.</summary>
    public override string ToString() => $"what speaks for {Label} in a picture of {picture.Width} x {picture.Height} pixels";

    // Bilinear between the fields' centers.
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
