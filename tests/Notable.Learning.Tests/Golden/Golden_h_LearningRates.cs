using System.Text.Json;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group h: the suggestions of fastai's lr_find on two made curves and a recorded run. The very rates: tolerance 1e-6, relative (float32).</summary>
public class Golden_h_LearningRates
{
    private readonly JsonElement golden = GoldenFile.Json("h_lr_find");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Suggestions_of_a_curve_are_fastais(int which)
    {
        var one = golden.GetProperty("cases")[which];
        Check(one, new(one.GetProperty("lrs").Doubles(), one.GetProperty("losses").Doubles()));
    }

    [Fact]
    public void Suggestions_of_a_recorded_run_are_fastais_once_its_ends_are_cut_off()
    {
        var run = golden.GetProperty("real_run");
        var points = run.GetProperty("lrs").Doubles().Zip(run.GetProperty("losses").Doubles()).ToArray();
        Check(run, LearningRateCurve.Trimmed(points, numIt: 100));
    }

    private static void Check(JsonElement expected, LearningRateCurve curve)
    {
        var suggest = expected.GetProperty("suggest");
        foreach (var (name, found) in ((string, double)[])[("valley", curve.Valley), ("slide", curve.Slide), ("minimum", curve.Minimum), ("steep", curve.Steep)])
        {
            var rate = suggest.GetProperty(name).GetDouble();
            Assert.True(Math.Abs(rate - found) <= 1e-6 * rate, $"{name}: fastai says {rate}, we say {found}");
        }
    }
}
