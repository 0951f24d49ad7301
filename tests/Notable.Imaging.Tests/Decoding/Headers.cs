using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>Identify: what a header says.</summary>
public class Headers
{
    [Fact]
    public void The_content_decides_and_not_the_name()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["photo.jpg"], TestPicture.Gradient(30, 20).ToPng());
        Assert.Equal(new PictureInfo(30, 20, PictureFormat.Png, 1), Picture.Identify(folder["photo.jpg"]));
    }

    [Fact]
    public void Sizes_are_as_stored_and_the_upright_ones_beside_them()
    {
        var info = Picture.Identify(ExifJpeg.Write(TestPicture.Gradient(64, 48), 6));
        Assert.Equal(new PictureInfo(64, 48, PictureFormat.Jpeg, 6), info);
        Assert.Equal((48, 64), (info.UprightWidth, info.UprightHeight));
    }

    [Fact]
    public void No_pixel_is_needed() => Assert.Equal(30_000, Picture.Identify(PngFile.Announcing(30_000, 20_000)).Width);

    [Fact]
    public void A_bitmap_is_identified_too()
    {
        var file = BmpFile.Write(1, 2, 24, [1, 2, 3, 0, 1, 2, 3, 0]);
        Assert.Equal(new PictureInfo(1, 2, PictureFormat.Bmp, 1), Picture.Identify(file));
    }
}
