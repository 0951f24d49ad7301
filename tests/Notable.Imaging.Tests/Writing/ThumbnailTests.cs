using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Writing;

/// <summary>Thumbnails: small, upright, and telling nothing about their maker.</summary>
public class ThumbnailTests
{
    [Theory]
    [InlineData(800, 600, 480, 480, 360)]
    [InlineData(600, 800, 480, 360, 480)]
    [InlineData(300, 200, 480, 300, 200)]
    [InlineData(2000, 3, 100, 100, 1)]
    public void The_long_side_fits_and_nothing_is_enlarged(int width, int height, int longSide, int gotWidth, int gotHeight)
    {
        var info = Picture.Identify(Thumbnails.Jpeg(TestPicture.Gradient(width, height).ToPng(), longSide));
        Assert.Equal(new PictureInfo(gotWidth, gotHeight, PictureFormat.Jpeg, 1), info);
    }

    [Fact]
    public void It_stands_upright()
    {
        // Orientation 6: the stored top is the scene's right side.
        var thumbnail = Picture.Decode(Thumbnails.Jpeg(ExifJpeg.Write(TestPicture.Gradient(640, 480), 6), 120));
        Assert.Equal((90, 120), (thumbnail.Width, thumbnail.Height));
        Assert.True(thumbnail.At(80, 10)[2] > 150, "the bright block lies top left as stored, so top right in the scene");
    }

    [Fact]
    public void Nothing_of_the_originals_metadata_is_in_it()
    {
        var original = ExifJpeg.Write(TestPicture.Gradient(64, 48), 6);
        Assert.Contains(ExifJpeg.Description, System.Text.Encoding.Latin1.GetString(original));
        var thumbnail = System.Text.Encoding.Latin1.GetString(Thumbnails.Jpeg(original, 480));
        Assert.DoesNotContain(ExifJpeg.Description, thumbnail);
        Assert.DoesNotContain("Exif", thumbnail);
        Assert.DoesNotContain("http:", thumbnail);
    }
}
