namespace Notable.Learning.Tests.Golden;

/// <summary>
/// Golden group f: draws. Means, spreads and ranges of 20 000 draws against fastai's 200 000, within four standard errors of the smaller sample
/// (the draws are seeded: the test does not flicker).
/// </summary>
public class Golden_f_Draws
{
    private const int Draws = 20_000;

    [Fact]
    public void Half_of_the_pictures_are_mirrored() => Check(new Flip(), map => map.M00, mean: -0.0036, std: 1, low: -1, high: 1);

    [Fact]
    public void Angles_are_fastais() =>
        Check(new Rotate(10), map => Math.Atan2(map.M01, map.M00) * 180 / Math.PI,
            mean: 0.0178, std: 4.9967, low: -10, high: 10, neutral: 0);

    [Fact]
    public void Zooms_are_fastais()
    {
        Check(new Zoom(1, 1.1), map => map.M00, mean: 0.964804, std: 0.030464, low: 1 / 1.1, high: 1, neutral: 1);
        Check(new Zoom(1, 1.1), map => map.M02, mean: 0.00006, std: 0.026827, low: -0.0909091, high: 0.0909091);
    }

    [Fact]
    public void Tilts_are_fastais() =>
        Check(new Warp(0.2), TiltX, mean: 0.00068, std: 0.10005, low: -0.2, high: 0.2, neutral: 0);

    [Fact]
    public void Brightness_is_fastais() =>
        Check(new Brightness(0.2), change => 1 / (1 + Math.Exp(-change.Shift)),
            mean: 0.49995, std: 0.050044, low: 0.4, high: 0.6, neutral: 0.5);

    [Fact]
    public void Contrast_is_fastais() =>
        Check(new Contrast(0.2), change => change.Scale, mean: 1.006593, std: 0.112449, low: 0.8, high: 1.25, neutral: 1);

    [Fact]
    public void A_probability_of_0_leaves_every_picture_alone()
    {
        var random = new SeededRandom(1);
        IHomographyDraw[] draws = [new Flip(0), new Rotate(10, 0), new Zoom(1, 1.1, 0), new Warp(0.2, 0)];
        Assert.All(draws, draw => Assert.Equal(Homography.Identity, draw.Draw(random)));
        ILightingDraw[] lights = [new Brightness(0.2, 0), new Contrast(0.2, 0)];
        Assert.All(lights, light => Assert.Equal(Lighting.Neutral, light.Draw(random)));
    }

    private static void Check(
        IHomographyDraw draw, Func<Homography, double> number, double mean, double std, double low, double high, double? neutral = null) =>
        Check(random => number(draw.Draw(random)), mean, std, low, high, neutral);

    private static void Check(
        ILightingDraw draw, Func<Lighting, double> number, double mean, double std, double low, double high, double? neutral = null) =>
        Check(random => number(draw.Draw(random)), mean, std, low, high, neutral);

    private static void Check(Func<Random, double> draw, double mean, double std, double low, double high, double? neutral)
    {
        var random = new SeededRandom(42);
        var values = Enumerable.Range(0, Draws).Select(_ => draw(random)).ToArray();
        var average = values.Average();
        var spread = Math.Sqrt(values.Average(value => (value - average) * (value - average)));
        Assert.Equal(mean, average, 4 * std / Math.Sqrt(Draws));
        Assert.Equal(std, spread, 4 * std / Math.Sqrt(2.0 * Draws));
        Assert.InRange(values.Min(), low - 1e-6, low + 0.02 * (high - low));
        Assert.InRange(values.Max(), high - 0.02 * (high - low), high + 1e-6);
        if (neutral is { } still)
            Assert.Equal(0.25, values.Count(value => Math.Abs(value - still) < 1e-12) / (double)Draws, 4 * Math.Sqrt(0.25 * 0.75 / Draws));
    }

    /// <summary>The tilt x of a warp: the first number in the last row of the inverse matrix, whose last number is 1.</summary>
    private static double TiltX(Homography map) =>
        (map.M10 * map.M21 - map.M11 * map.M20) / (map.M00 * map.M11 - map.M01 * map.M10);
}
