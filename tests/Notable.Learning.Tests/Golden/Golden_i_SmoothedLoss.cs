using Notable.Testing;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group i: fastai's smoothed training loss after each of twelve batches. Tolerance 1e-6.</summary>
public class Golden_i_SmoothedLoss
{
    [Fact]
    public void Follows_fastais_trace()
    {
        var golden = GoldenFile.Json("i_interpretation").GetProperty("smooth_loss");
        var smoothed = new SmoothedLoss();
        var losses = Formula.Uniform(61, 12, 0, 1);
        foreach (var (loss, expected) in losses.Zip(golden.GetProperty("values").EnumerateArray()))
        {
            smoothed.Add(loss);
            Assert.Equal(expected.GetDouble(), smoothed.Value, 1e-6);
        }
    }
}
