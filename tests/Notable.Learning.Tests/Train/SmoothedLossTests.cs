using System.Text.Json;
using Notable.Learning.Tests.Augment;
using Notable.Testing;

namespace Notable.Learning.Tests.Train;

public class SmoothedLossTests
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

    [Fact]
    public void Of_equal_losses_is_that_loss_from_the_first_batch_on()
    {
        var smoothed = new SmoothedLoss();
        Assert.True(double.IsNaN(smoothed.Value));
        for (var i = 0; i < 5; i++)
        {
            smoothed.Add(0.7);
            Assert.Equal(0.7, smoothed.Value, 1e-12);
        }
    }
}
