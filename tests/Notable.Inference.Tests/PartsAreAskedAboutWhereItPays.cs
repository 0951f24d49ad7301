using Notable.Imaging;
using Notable.Learning;

namespace Notable.Inference.Tests;

public sealed class PartsAreAskedAboutWhereItPays
{
    [Fact]
    public void Photos_get_the_answer_that_asking_always_gives()
    {
        var (always, shipped) = (Shipped.Asking(1), Predictor.Load(Shipped.Path));
        var threshold = shipped.Card.Calibration!.AsksTwiceBelow;
        Assert.Equal(TemperatureScaling.DefaultAsksTwiceBelow, threshold);
        var (whole, photos) = (Shipped.Asking(0), Shipped.Photos());
        var (asked, differ, largest, overturned) = (0, 0, 0.0, 0.0);
        foreach (var photo in photos)
        {
            var picture = Picture.Open(photo, shipped.Card.Transform.Decode);
            var (alone, together, found) = (whole.Predict(picture), always.Predict(picture), shipped.Predict(picture));
            var sureness = Shipped.Row(alone).Max();
            asked += sureness < threshold ? 1 : 0;
            differ += together.Answer == found.Answer ? 0 : 1;
            overturned = alone.Answer == together.Answer ? overturned : Math.Max(overturned, sureness);
            largest = Math.Max(largest, Shipped.Row(together).Zip(Shipped.Row(found), (a, b) => Math.Abs(a - b)).Max());
        }
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{photos.Count} photos: parts asked about for {asked}, answers that differ {differ}, largest difference {largest:0.000}, surest answer about a whole that its parts overturn {overturned:0.0000}");
        Assert.Equal(0, differ);
        Assert.InRange(asked, 1, photos.Count / 2);
    }

    [Fact]
    public void The_threshold_lies_above_the_surest_answer_that_parts_overturn()
    {
        var plain = new TemperatureScaling(1, 0, 2);
        Assert.Equal(TemperatureScaling.DefaultAsksTwiceBelow, plain.WithThreshold([[0.9f, 0.1f]], [[0.2f, 0.8f]]).AsksTwiceBelow);
        Assert.InRange(plain.WithThreshold([[0.99f, 0.01f], [0.999f, 0.001f]], [[0.2f, 0.8f], [0.9f, 0.1f]]).AsksTwiceBelow, 0.99, 0.991);
        Assert.Equal(1, plain.WithThreshold([[1, 0]], [[0, 1]]).AsksTwiceBelow);
    }
}
