namespace Notable.Learning;

/// <summary>Rotates the picture around its center.</summary>
/// <param name="maxDegrees">The angle is uniform between minus and plus this.</param>
/// <param name="p">Fraction of the pictures that are rotated.</param>
public sealed class Rotate(double maxDegrees = 10, double p = 0.75) : IHomographyDraw
{
    private readonly double p = RandomDraws.Share(p, nameof(p));

    /// <inheritdoc/>
    public Homography Draw(Random random)
    {
        var turned = random.Chance(p);
        var degrees = random.Uniform(-maxDegrees, maxDegrees);
        return turned ? By(degrees) : Homography.Identity;
    }

    /// <summary>Returns the rotation by an angle; positive is counter-clockwise.</summary>
    public static Homography By(double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new(cos, sin, 0, -sin, cos, 0);
    }
}
