namespace Notable.Learning;

/// <summary>Mirrors the picture left to right.</summary>
/// <param name="p">Fraction of the pictures that are mirrored.</param>
public sealed class Flip(double p = 0.5) : IHomographyDraw
{
    private readonly double p = RandomDraws.Share(p, nameof(p));

    /// <summary>The map that mirrors left to right.</summary>
    public static Homography Mirrored { get; } = new(-1, 0, 0, 0, 1, 0);

    /// <inheritdoc/>
    public Homography Draw(Random random) => random.Chance(p) ? Mirrored : Homography.Identity;
}
