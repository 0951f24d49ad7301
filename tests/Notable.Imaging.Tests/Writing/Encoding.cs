using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Writing;

/// <summary>JPEG and PNG out of pixels.</summary>
public class Encoding
{
    [Fact]
    public void Png_comes_back_whole()
    {
        var picture = TestPicture.Noise(37, 23, 4);
        TestPicture.AssertSame(picture, Picture.Decode(picture.ToPng()));
    }

    [Fact]
    public void Jpeg_comes_back_close_and_smaller_at_lower_quality()
    {
        var picture = TestPicture.Plain(64, 64, 180, 90, 40);
        Assert.InRange(TestPicture.LargestDifference(picture, Picture.Decode(picture.ToJpeg())), 0, 4);
        var noise = TestPicture.Noise(64, 64, 1);
        Assert.True(noise.ToJpeg(30).Length < noise.ToJpeg(95).Length / 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_quality_out_of_range_is_refused(int quality) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TestPicture.Plain(4, 4, 0, 0, 0).ToJpeg(quality));
}
