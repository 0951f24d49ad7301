using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Takes fine detail away, as being out of focus, far away or enlarged does: the picture is made smaller, then as large as it was.
/// </summary>
public sealed class Blurred : ItemTransform
{
    private readonly double maxFactor, p;

    /// <summary>A blur.</summary>
    /// <param name="maxFactor">How many times smaller the picture is made at most, at least 1.</param>
    /// <param name="p">Share of the pictures that are blurred.</param>
    public Blurred(double maxFactor = 3, double p = 0.25)
    {
        this.maxFactor = maxFactor >= 1
            ? maxFactor
            : throw new ArgumentOutOfRangeException(nameof(maxFactor), maxFactor, "maxFactor is 1 or more: 3 leaves a third of the width's pixels");
        this.p = RandomDraws.Share(p, nameof(p));
    }

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random) =>
        random.Chance(p) ? By(picture, random.Uniform(1, maxFactor)) : picture;

    /// <summary>The picture made smaller by a factor, and as large as it was.</summary>
    public static Picture By(Picture picture, double factor) => picture
        .Resize(Math.Max(1, (int)(picture.Width / factor)), Math.Max(1, (int)(picture.Height / factor)))
        .Resize(picture.Width, picture.Height);
}
