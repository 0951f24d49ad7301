using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Light of another color, and less or more of it: red, green and blue are multiplied by a factor each, as exposure and white
/// balance do; what becomes too bright is white.
/// </summary>
/// <param name="darkest">The least common factor, above 0: 0.3 is a photo by candle light.</param>
/// <param name="brightest">The largest common factor; the factor is uniform in its logarithm.</param>
/// <param name="maxTint">How far the three factors lie from the common one, up or down: 0.25 is a quarter at most.</param>
/// <param name="p">Share of the pictures that are changed.</param>
public sealed class Tinted(double darkest = 0.3, double brightest = 1.4, double maxTint = 0.25, double p = 0.5) : ItemTransform
{
    private readonly double p = RandomDraws.Share(p, nameof(p));
    private readonly double maxTint = RandomDraws.Share(maxTint, nameof(maxTint));
    private readonly double darkest = darkest > 0 && darkest <= brightest
        ? darkest
        : throw new ArgumentException($"the range of light {darkest} to {brightest} must be positive and ascending", nameof(darkest));

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random)
    {
        if (!random.Chance(p))
            return picture;
        var light = Math.Exp(random.Uniform(Math.Log(darkest), Math.Log(brightest)));
        return By(picture, Factor(), Factor(), Factor());

        double Factor() => light * (1 + random.Uniform(-maxTint, maxTint));
    }

    /// <summary>The picture with its colors multiplied; 1 changes nothing.</summary>
    public static Picture By(Picture picture, double red, double green, double blue)
    {
        byte[][] tables = [Table(red), Table(green), Table(blue)];
        var source = picture.Pixels;
        var tinted = new byte[source.Length];
        for (var i = 0; i < tinted.Length; i++)
            tinted[i] = tables[i % 3][source[i]];
        return new(picture.Width, picture.Height, tinted);
    }

    private static byte[] Table(double factor) => [.. Enumerable.Range(0, 256).Select(value => (byte)Math.Min(255, Math.Round(value * factor)))];
}
