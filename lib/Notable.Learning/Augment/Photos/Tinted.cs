using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Changes the light's color and brightness: multiplies red, green and blue by separate factors, as exposure and white balance do;
/// values are clipped at white.
/// </summary>
/// <param name="darkest">The smallest common factor, above 0: 0.3 is a photo by candle light.</param>
/// <param name="brightest">The largest common factor, drawn log-uniform.</param>
/// <param name="maxTint">Largest relative difference of a channel's factor from the common one: 0.25 is a quarter.</param>
/// <param name="p">Fraction of the pictures that are changed.</param>
public sealed class Tinted(double darkest = 0.3, double brightest = 1.4, double maxTint = 0.25, double p = 0.5) : ItemTransform
{
    private readonly double p = RandomDraws.Share(p, nameof(p));
    private readonly double maxTint = RandomDraws.Share(maxTint, nameof(maxTint));
    private readonly double darkest = darkest > 0 && darkest <= brightest
        ? darkest
        : throw new ArgumentException($"the brightness range {darkest} to {brightest} must be positive and ascending", nameof(darkest));

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random)
    {
        if (!random.Chance(p))
            return picture;
        var light = Math.Exp(random.Uniform(Math.Log(darkest), Math.Log(brightest)));
        return By(picture, Factor(), Factor(), Factor());

        double Factor() => light * (1 + random.Uniform(-maxTint, maxTint));
    }

    /// <summary>Multiplies the color channels by factors; 1 changes nothing.</summary>
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
