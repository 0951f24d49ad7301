using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>Alpha, gray, palette, 1 bit, 16 bits and CMYK all become 8-bit RGB.</summary>
public class SampleKinds
{
    private static readonly DecodeOptions Drop = new() { Alpha = AlphaMode.Drop };

    [Fact]
    public void Alpha_is_blended_on_white()
    {
        var file = PngFile.OneRow(3, 8, PngFile.Rgba, [10, 20, 30, 255, 10, 20, 30, 0, 0, 100, 200, 128]);
        Assert.Equal([10, 20, 30, 255, 255, 255, 127, 177, 227], Picture.Decode(file).Pixels.ToArray());
    }

    [Fact]
    public void Alpha_can_be_dropped_and_the_colors_beneath_kept()
    {
        var file = PngFile.OneRow(2, 8, PngFile.Rgba, [10, 20, 30, 255, 10, 20, 30, 0]);
        Assert.Equal([10, 20, 30, 10, 20, 30], Picture.Decode(file, Drop).Pixels.ToArray());
    }

    [Fact]
    public void Gray_with_alpha_follows_the_same_rule()
    {
        var file = PngFile.OneRow(2, 8, PngFile.GrayAlpha, [40, 255, 40, 0]);
        Assert.Equal([40, 40, 40, 255, 255, 255], Picture.Decode(file).Pixels.ToArray());
        Assert.Equal([40, 40, 40, 40, 40, 40], Picture.Decode(file, Drop).Pixels.ToArray());
    }

    [Fact]
    public void Gray_is_spread_over_three_channels() =>
        Assert.Equal([7, 7, 7, 200, 200, 200], Picture.Decode(PngFile.OneRow(2, 8, PngFile.Gray, [7, 200])).Pixels.ToArray());

    [Fact]
    public void One_bit_becomes_black_and_white()
    {
        var file = PngFile.OneRow(2, 1, PngFile.Gray, [0b1000_0000]);
        Assert.Equal([255, 255, 255, 0, 0, 0], Picture.Decode(file).Pixels.ToArray());
    }

    [Fact]
    public void A_palette_is_looked_up()
    {
        var file = PngFile.OneRow(2, 8, PngFile.Palette, [1, 0], [1, 2, 3, 9, 8, 7]);
        Assert.Equal([9, 8, 7, 1, 2, 3], Picture.Decode(file).Pixels.ToArray());
    }

    [Fact]
    public void Sixteen_bits_are_scaled_and_rounded()
    {
        // 65535 -> 255, 257 x 100 -> 100, 32896 = 128 x 257, 128 -> 0 (just below half a step), 129 -> 1
        var file = PngFile.OneRow(2, 16, PngFile.Rgb, [255, 255, 100, 100, 128, 128, 0, 0, 0, 128, 0, 129]);
        Assert.Equal([255, 100, 128, 0, 0, 1], Picture.Decode(file).Pixels.ToArray());
    }

    [Fact]
    public void Cmyk_comes_back_as_the_colors_it_was_made_from()
    {
        var picture = TestPicture.Plain(32, 32, 180, 140, 100);
        Assert.InRange(TestPicture.LargestDifference(picture, Picture.Decode(Encoded.CmykJpeg(picture))), 0, 12);
    }

    [Fact]
    public void Without_a_profile_ink_still_tells_light_from_dark_and_red_from_blue()
    {
        var quick = new DecodeOptions { ProfiledInk = false };
        Assert.All(Picture.Decode(Encoded.CmykJpeg(TestPicture.Plain(16, 16, 255, 255, 255)), quick).Pixels.ToArray(), sample => Assert.InRange(sample, 250, 255));
        Assert.All(Picture.Decode(Encoded.CmykJpeg(TestPicture.Plain(16, 16, 0, 0, 0)), quick).Pixels.ToArray(), sample => Assert.InRange(sample, 0, 60));
        var brown = Picture.Decode(Encoded.CmykJpeg(TestPicture.Plain(16, 16, 180, 140, 100)), quick);
        Assert.Equal((16, 16, 3 * 16 * 16), (brown.Width, brown.Height, brown.Pixels.Length));
        Assert.True(brown.Pixels[0] > brown.Pixels[1] + 20 && brown.Pixels[1] > brown.Pixels[2] + 20);
    }

    [Fact]
    public void Floating_point_samples_are_refused_clearly()
    {
        var file = Encoded.FloatTiff(TestPicture.Gradient(8, 8));
        var error = Assert.Throws<UnsupportedImageException>(() => Picture.Decode(file, name: "heights.tif"));
        Assert.StartsWith("heights.tif has samples other than 8 or 16 bits", error.Message);
    }
}
