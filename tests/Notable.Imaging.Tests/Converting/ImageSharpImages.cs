using Notable.Imaging.Tests.Support;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace Notable.Imaging.Tests.Converting;

/// <summary>Pictures to and from SixLabors.ImageSharp.</summary>
public class ImageSharpImages
{
    [Fact]
    public void A_picture_comes_back_whole()
    {
        var picture = TestPicture.Noise(37, 21, 1);
        using var image = picture.ToImageSharp();
        Assert.Equal((37, 21), (image.Width, image.Height));
        Assert.Equal(new Rgb24(picture.Pixels[0], picture.Pixels[1], picture.Pixels[2]), image[0, 0]);
        TestPicture.AssertSame(picture, image);
    }

    [Fact]
    public void The_image_is_a_copy()
    {
        var picture = TestPicture.Plain(2, 2, 1, 2, 3);
        using var image = (Image<Rgb24>)picture;
        image[0, 0] = new(9, 9, 9);
        Assert.Equal(1, picture.Pixels[0]);
    }

    [Fact]
    public void Transparency_is_blended_on_white_or_dropped()
    {
        using var image = new Image<Rgba32>(2, 1) { [0, 0] = new(10, 20, 30, 255), [1, 0] = new(10, 20, 30, 0) };
        Assert.Equal([10, 20, 30, 255, 255, 255], ((Picture)image).Pixels.ToArray());
        Assert.Equal([10, 20, 30, 10, 20, 30], Picture.FromImageSharp(image, AlphaMode.Drop).Pixels.ToArray());
    }

    [Fact]
    public void Other_pixel_formats_are_converted()
    {
        using var gray = new Image<L16>(1, 1) { [0, 0] = new(0x8080) };
        using var bgr = new Image<Bgr24>(1, 1) { [0, 0] = new(1, 2, 3) };
        Assert.Equal([0x80, 0x80, 0x80], ((Picture)gray).Pixels.ToArray());
        Assert.Equal([1, 2, 3], ((Picture)bgr).Pixels.ToArray());
    }

    [Fact]
    public void A_file_reads_the_same_in_both_libraries()
    {
        var file = TestPicture.Gradient(64, 48).ToPng();
        using var image = Image.Load(file);
        TestPicture.AssertSame(Picture.Decode(file), image);
    }
}
