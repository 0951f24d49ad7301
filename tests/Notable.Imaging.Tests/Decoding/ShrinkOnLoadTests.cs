using Notable.Imaging.Reading;
using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>Decoding small where small is enough.</summary>
public class ShrinkOnLoadTests
{
    [Theory]
    [InlineData(3000, 512, 4)]
    [InlineData(2048, 512, 4)]
    [InlineData(2047, 512, 2)]
    [InlineData(1023, 512, 1)]
    [InlineData(9000, 512, 8)]
    [InlineData(90_000, 512, 8)]
    [InlineData(100, 512, 1)]
    public void The_divisor_is_the_largest_that_keeps_the_short_side(int shortSide, int wanted, int divisor) =>
        Assert.Equal(divisor, ShrinkOnLoad.JpegDivisor(shortSide, wanted));

    [Theory]
    [InlineData(800, 600, 150, 200, 150)]
    [InlineData(800, 600, 151, 400, 300)]
    [InlineData(800, 600, 600, 800, 600)]
    [InlineData(800, 600, 5000, 800, 600)]
    public void A_jpeg_comes_at_the_smallest_scale_that_is_large_enough(
        int width, int height, int wanted, int gotWidth, int gotHeight)
    {
        var picture = Picture.Decode(TestPicture.Gradient(width, height).ToJpeg(), new() { MinShortSide = wanted });
        Assert.Equal((gotWidth, gotHeight), (picture.Width, picture.Height));
    }

    [Fact]
    public void A_shrunk_jpeg_resized_looks_like_the_whole_one_resized()
    {
        var file = TestPicture.Gradient(1200, 900).ToJpeg(95);
        var whole = Picture.Decode(file).Resize(100, 75);
        var shrunk = Picture.Decode(file, new() { MinShortSide = 150 }).Resize(100, 75);
        Assert.InRange(TestPicture.LargestDifference(whole, shrunk), 0, 24);
    }

    [Fact]
    public void A_webp_comes_at_exactly_the_short_side_asked_for()
    {
        var file = Encoded.WebP(TestPicture.Gradient(801, 603));
        Assert.Equal(200, Picture.Decode(file, new() { MinShortSide = 200 }).Height);
    }

    [Fact]
    public void A_png_comes_whole() =>
        Assert.Equal(600, Picture.Decode(TestPicture.Gradient(800, 600).ToPng(), new() { MinShortSide = 100 }).Height);
}
