using Notable.Imaging.Native;
using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>Formats beside JPEG and PNG.</summary>
public class OtherFormats
{
    private static readonly Picture Scene = TestPicture.Gradient(60, 40);

    [Fact]
    public void Lossless_WebP_comes_back_whole() =>
        TestPicture.AssertSame(Scene, Picture.Decode(Encoded.As("webpsave_buffer", Scene, saver => saver.With("lossless", 1))));

    [Fact]
    public void Tiff_comes_back_whole() => TestPicture.AssertSame(Scene, Picture.Decode(Encoded.As("tiffsave_buffer", Scene)));

    [Fact]
    public void Gif_comes_back_with_few_colours_but_in_place() =>
        Assert.InRange(TestPicture.LargestDifference(Scene, Picture.Decode(Encoded.As("gifsave_buffer", Scene))), 0, 64);

    [Theory]
    [InlineData(1, PictureFormat.Heic)]
    [InlineData(4, PictureFormat.Avif)]
    public void Heif_is_read_where_the_computer_can(int compression, PictureFormat format)
    {
        byte[] file;
        try
        {
            file = Encoded.As("heifsave_buffer", Scene, saver => saver.With("compression", compression).With("Q", 95));
        }
        catch (VipsException error)
        {
            Assert.Skip($"this computer's libvips writes no {format}: {error.Message}");
            return;
        }
        Assert.Equal(format, Picture.Identify(file).Format);
        Assert.InRange(TestPicture.LargestDifference(Scene, Picture.Decode(file)), 0, 80);
    }

    [Theory]
    [InlineData("webpsave_buffer")]
    [InlineData("tiffsave_buffer")]
    [InlineData("gifsave_buffer")]
    public void A_file_cut_short_is_refused(string saver)
    {
        var file = Encoded.As(saver, TestPicture.Noise(60, 40, 1));
        Assert.Throws<UnreadableImageException>(() => Picture.Decode(file.AsMemory(0, file.Length * 2 / 3)));
    }
}
