namespace Notable.Learning;

/// <summary>Enlarges a random part of the picture.</summary>
/// <param name="minZoom">Smallest factor; 1 is the picture's own size.</param>
/// <param name="maxZoom">Largest factor; drawn uniformly.</param>
/// <param name="p">Fraction of the pictures that are zoomed.</param>
public sealed class Zoom(double minZoom = 1, double maxZoom = 1.1, double p = 0.75) : IHomographyDraw
{
    private readonly double p = RandomDraws.Share(p, nameof(p));
    private readonly double minZoom = minZoom > 0 && minZoom <= maxZoom
        ? minZoom
        : throw new ArgumentException($"the zoom range {minZoom} to {maxZoom} must be positive and ascending", nameof(minZoom));

    /// <inheritdoc/>
    public Homography Draw(Random random)
    {
        var zoomed = random.Chance(p);
        var zoom = random.Uniform(minZoom, maxZoom);
        var (column, row) = (random.NextDouble(), random.NextDouble());
        return zoomed ? By(zoom, column, row) : Homography.Identity;
    }

    /// <summary>Returns the zoom by a factor.</summary>
    /// <param name="zoom">2 shows half of the width and half of the height.</param>
    /// <param name="column">Horizontal position of the part: 0 left, 0.5 center, 1 right.</param>
    /// <param name="row">Vertical position of the part: 0 top, 0.5 center, 1 bottom.</param>
    public static Homography By(double zoom, double column = 0.5, double row = 0.5)
    {
        var scale = 1 / zoom;
        return new(scale, 0, (1 - scale) * (2 * column - 1), 0, scale, (1 - scale) * (2 * row - 1));
    }
}
