using Notable.Imaging;

namespace Notable.Learning;

/// <summary>
/// Light of another colour, and more or less of it: each of red, green and blue is raised to a power of its own, as lamps, white
/// balances and printed tints do.
/// </summary>
/// <param name="maxTint">The three powers' differences: each lies within 2 to the minus and plus this, of a common one.</param>
/// <param name="maxLight">The common power lies within 2 to the minus (brighter) and plus (darker) this.</param>
/// <param name="p">Share of the pictures that are tinted.</param>
public sealed class Tinted(double maxTint = 0.4, double maxLight = 0.8, double p = 0.4) : ItemTransform
{
    private readonly double p = RandomDraws.Share(p, nameof(p));

    /// <inheritdoc/>
    public override Picture Apply(Picture picture, Random random)
    {
        if (!random.Chance(p))
            return picture;
        var light = random.Uniform(-maxLight, maxLight);
        return By(picture, Power(), Power(), Power());

        double Power() => Math.Pow(2, light + random.Uniform(-maxTint, maxTint));
    }

    /// <summary>The picture with values of 0 to 1 raised to these powers; 1 changes nothing, more makes darker.</summary>
    public static Picture By(Picture picture, double red, double green, double blue)
    {
        byte[][] tables = [Table(red), Table(green), Table(blue)];
        var source = picture.Pixels;
        var tinted = new byte[source.Length];
        for (var i = 0; i < tinted.Length; i++)
            tinted[i] = tables[i % 3][source[i]];
        return new(picture.Width, picture.Height, tinted);
    }

    private static byte[] Table(double power) =>
        [.. Enumerable.Range(0, 256).Select(value => (byte)Math.Round(255 * Math.Pow(value / 255.0, power)))];
}
