using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>Formats beside JPEG and PNG.</summary>
public class OtherFormats
{
    private static readonly Picture Scene = TestPicture.Gradient(60, 40);

    [Fact]
    public void Lossless_WebP_comes_back_whole() =>
        TestPicture.AssertSame(Scene, Picture.Decode(Encoded.WebP(Scene, lossless: true)));

    [Fact]
    public void Tiff_comes_back_whole() => TestPicture.AssertSame(Scene, Picture.Decode(Encoded.Tiff(Scene)));

    [Fact]
    public void Gif_comes_back_with_few_colors_but_in_place() =>
        Assert.InRange(TestPicture.LargestDifference(Scene, Picture.Decode(Encoded.Gif(Scene))), 0, 64);

    [Fact]
    public void Avif_is_read()
    {
        var file = Encoded.Avif(Scene);
        Assert.Equal(PictureFormat.Avif, Picture.Identify(file).Format);
        Assert.InRange(TestPicture.LargestDifference(Scene, Picture.Decode(file)), 0, 80);
    }

    [Fact]
    public void Heic_is_read_if_libvips_can_and_otherwise_refused_with_advice()
    {
        try
        {
            var picture = Picture.Decode(HeicFile.Bytes, name: "IMG_1.heic");
            Assert.Equal((32, 24), (picture.Width, picture.Height));
        }
        catch (ImagingException error)
        {
            Assert.IsType<UnsupportedImageException>(error);
            Assert.StartsWith("IMG_1.heic is a HEIC photo, whose codec (HEVC) is not included; save it as JPEG", error.Message);
        }
    }

    [Fact]
    public void A_damaged_heic_is_not_called_unsupported() =>
        Assert.Throws<UnreadableImageException>(() => Picture.Decode(HeicFile.Bytes.AsMemory(0, 300)));

    public static TheoryData<string, byte[]> Files => new()
    {
        { "WebP", Encoded.WebP(TestPicture.Noise(60, 40, 1)) },
        { "TIFF", Encoded.Tiff(TestPicture.Noise(60, 40, 1)) },
        { "GIF", Encoded.Gif(TestPicture.Noise(60, 40, 1)) },
        { "AVIF", Encoded.Avif(TestPicture.Noise(60, 40, 1)) },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_cut_short_is_refused(string format, byte[] file)
    {
        Assert.NotEmpty(format);
        Assert.Throws<UnreadableImageException>(() => Picture.Decode(file.AsMemory(0, file.Length * 2 / 3)));
    }
}
