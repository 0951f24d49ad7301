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

    [Theory]
    [InlineData(1, 30_000, ResizeMethod.PadBlack)]
    [InlineData(1, 30_000, ResizeMethod.Pad)]
    [InlineData(1000, 20_000, ResizeMethod.PadBlack)]
    [InlineData(1000, 20_000, ResizeMethod.Pad)]
    [InlineData(20_000, 1000, ResizeMethod.PadBlack)]
    public void A_long_strip_is_padded_without_its_whole_square(int width, int height, ResizeMethod method)
    {
        var pixels = new byte[width * height * 3];
        Array.Fill(pixels, (byte)200);
        var strip = new Picture(width, height, pixels);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var padded = new Resize(64, method).Validation.Apply(strip);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 120_000_000);
        Assert.Equal((64, 64), (padded.Width, padded.Height));
        var (center, corner) = (padded.Pixels[(32 * 64 + 32) * 3], padded.Pixels[0]);
        Assert.InRange(center, method == ResizeMethod.Pad ? 190 : 1, 210);
        Assert.InRange(corner, method == ResizeMethod.Pad ? 190 : 0, method == ResizeMethod.Pad ? 210 : 0);
    }

    [Fact]
    public void A_size_that_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resize(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Resize(100_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureResize(ResizeMethod.Squish, 100, 224));
    }
}
