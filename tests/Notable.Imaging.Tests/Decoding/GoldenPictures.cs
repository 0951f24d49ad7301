using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>Pillow's pixels and verdicts on odd files, against ours.</summary>
public class GoldenPictures
{
    private readonly GoldenTensors golden = new(Repository.Shared("golden", "e_images.safetensors"));

    [Theory]
    [InlineData("a.bmp")]
    [InlineData("a.webp")]
    [InlineData("animated.gif")]
    [InlineData("exif_orientation6.jpg")]
    [InlineData("gray.jpg")]
    [InlineData("gray.png")]
    [InlineData("gray_alpha.png")]
    [InlineData("onebit.png")]
    [InlineData("palette.png")]
    [InlineData("palette_transparent.png")]
    [InlineData("png_named.jpg")]
    [InlineData("progressive.jpg")]
    [InlineData("q75_420.jpg")]
    [InlineData("q90_444.jpg")]
    [InlineData("rgb.png")]
    [InlineData("rgba.png")]
    [InlineData("still.gif")]
    [InlineData("trailing_junk.jpg")]
    public void Every_byte_is_Pillows(string name) => TestPicture.AssertSame(golden[name], Open(name));

    /// <summary>
    /// Pillow takes ink for light without a profile; libvips uses a press profile, as a browser does. Same scene, other tint.
    /// </summary>
    [Fact]
    public void Cmyk_is_color_managed_where_Pillow_is_naive()
    {
        var ours = Open("cmyk.jpg");
        var difference = 0.0;
        for (var i = 0; i < ours.Pixels.Length; i++)
            difference += Math.Abs(ours.Pixels[i] - golden["cmyk.jpg"].Pixels[i]);
        Assert.InRange(difference / ours.Pixels.Length, 0, 25);
    }

    /// <summary>Pillow clips 16-bit gray to white; ours is scaled. The file holds rgb.png's red channel, times 257.</summary>
    [Fact]
    public void Sixteen_bit_gray_is_scaled_where_Pillow_clips_it()
    {
        var red = Open("rgb.png").Pixels.ToArray().Where((_, i) => i % 3 == 0);
        Assert.Equal(red, Open("gray16.png").Pixels.ToArray().Where((_, i) => i % 3 == 0));
    }

    /// <summary>Pillow refuses a file that lacks nothing but its end marker. The file is q75_420.jpg without its last two bytes.</summary>
    [Fact]
    public void A_lone_missing_end_marker_costs_no_pixel_where_Pillow_refuses_the_file() => TestPicture.AssertSame(Open("q75_420.jpg"), Open("no_eoi.jpg"));

    [Theory]
    [InlineData("empty.jpg", "empty.jpg is empty")]
    [InlineData("html.jpg", "begins like a web page (HTML)")]
    [InlineData("notes.txt", "plain text")]
    [InlineData("vector.svg", "SVG drawing")]
    [InlineData("flipped_byte.png", "damaged or cut short")]
    [InlineData("truncated.png", "damaged or cut short")]
    [InlineData("truncated_half.jpg", "damaged or cut short")]
    [InlineData("truncated_tail20.jpg", "damaged or cut short")]
    public void What_Pillow_refuses_is_refused_with_a_sentence(string name, string says)
    {
        var error = Assert.ThrowsAny<ImagingException>(() => Open(name));
        Assert.StartsWith(name, error.Message);
        Assert.Contains(says, error.Message);
    }

    private static Picture Open(string name) =>
        Picture.Open(Repository.Shared("golden", "images", name), DecodeOptions.LikeFastai);
}
