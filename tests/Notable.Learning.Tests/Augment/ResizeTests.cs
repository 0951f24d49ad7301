using Notable.Imaging;

namespace Notable.Learning.Tests.Augment;

public class ResizeTests
{
    private static readonly Picture wide =
        new(30, 10, [.. Enumerable.Range(0, 300).SelectMany(i => Enumerable.Repeat((byte)(i % 30 * 8), 3))]);

    [Fact]
    public void Cropping_in_training_moves_along_the_longer_side()
    {
        var resize = new Resize(10);
        var firsts = Enumerable.Range(0, 50).Select(i => resize.Apply(wide, new SeededRandom(i)).Pixels[0]).ToHashSet();
        Assert.True(firsts.Count > 10, $"only {firsts.Count} places");
        Assert.Equal(80, resize.Validation.Apply(wide).Pixels[0]);
    }

    [Fact]
    public void A_size_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resize(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resize(100_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureResize(ResizeMethod.Squish, 100, 224));
    }
}
