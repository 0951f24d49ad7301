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

    [Fact]
    public void Color_made_for_print_is_told() =>
        Assert.Equal(PictureColor.Cmyk, Picture.Identify(Encoded.CmykJpeg(TestPicture.Gradient(30, 20))).Color);

    [Theory]
    [InlineData(8, PngFile.Rgb, PictureColor.Rgb)]
    [InlineData(16, PngFile.Rgb, PictureColor.Rgb)]
    [InlineData(8, PngFile.Gray, PictureColor.Gray)]
    [InlineData(8, PngFile.Palette, PictureColor.Palette)]
    public void Depth_and_color_are_told(int depth, byte colorType, PictureColor color)
    {
        var row = new byte[depth / 8 * (colorType == PngFile.Rgb ? 3 : 1)];
        var info = Picture.Identify(PngFile.OneRow(1, depth, colorType, row, colorType == PngFile.Palette ? [1, 2, 3] : null));
        Assert.Equal((depth, color, 1), (info.Bits, info.Color, info.Frames));
    }

    [Fact]
    public void Decoding_tells_the_header_as_stored()
    {
        var picture = Picture.Decode(ExifJpeg.Write(TestPicture.Gradient(640, 480), 6), out var info, new() { MinShortSide = 100 });
        Assert.Equal(new PictureInfo(640, 480, PictureFormat.Jpeg, 6), info);
        Assert.Equal((120, 160), (picture.Width, picture.Height));
    }
}
