namespace Notable.Learning;

/// <summary>Applies a perspective tilt, as if the picture were photographed at a slant.</summary>
/// <param name="magnitude">The tilts in x and y are uniform between minus and plus this; below 0.7.</param>
/// <param name="p">Fraction of the pictures that are tilted in x, and independently in y.</param>
public sealed class Warp(double magnitude = 0.2, double p = 0.75) : IHomographyDraw
{
    private readonly double p = RandomDraws.Share(p, nameof(p));

    // From 1/sqrt(2) on, both tilts together could make the matrix singular.
    private readonly double magnitude = Math.Abs(magnitude) < 0.7
        ? magnitude
        : throw new ArgumentOutOfRangeException(nameof(magnitude), magnitude, "a warp's magnitude must be below 0.7");

    /// <inheritdoc/>
    public Homography Draw(Random random) => By(Tilt(random), Tilt(random));

    /// <summary>
    /// Returns the tilt that maps the corners (-1-y, -1-x), (-1+y, 1+x), (1+y, -1+x), (1-y, 1-x) to (-1, -1), (-1, 1), (1, -1), (1, 1):
    /// the closed form of the eight linear equations from fastai's four point pairs.
    /// </summary>
    /// <param name="x">Tilt between the left and the right side.</param>
    /// <param name="y">Tilt between the upper and the lower side.</param>
    public static Homography By(double x, double y)
    {
        var (xx, yy) = (x * x, y * y);
        var rest = 1 - xx - yy;
        var turn = 2 * x * y / rest;
        var (alongX, alongY) = (-x * (1 - xx + yy) / rest, -y * (1 + xx - yy) / rest);
        return new(1, turn, alongX, turn, 1, alongY, alongX, alongY, 1);
    }

    private double Tilt(Random random)
    {
        var tilted = random.Chance(p);
        var tilt = random.Uniform(-magnitude, magnitude);
        return tilted ? tilt : 0;
    }
}
