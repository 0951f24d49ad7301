using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Decoding;

/// <summary>Windows bitmaps, decoded by ImageSharp.</summary>
public class Bitmaps
{
    [Fact]
    public void Twenty_four_bits_are_stored_bottom_up_and_blue_first()
    {
        // Two rows of one pixel, padded to four bytes; the file's first row is the picture's last.
        var file = BmpFile.Write(1, 2, 24, [30, 20, 10, 0, 60, 50, 40, 0]);
        Assert.Equal([40, 50, 60, 10, 20, 30], Picture.Decode(file).Pixels.ToArray());
    }

    [Fact]
    public void A_negative_height_means_top_down()
    {
        var file = BmpFile.Write(1, -2, 24, [30, 20, 10, 0, 60, 50, 40, 0]);
        Assert.Equal([10, 20, 30, 40, 50, 60], Picture.Decode(file).Pixels.ToArray());
    }

    [Fact]
    public void Thirty_two_bits_ignore_the_fourth_byte() =>
        Assert.Equal([10, 20, 30], Picture.Decode(BmpFile.Write(1, 1, 32, [30, 20, 10, 0])).Pixels.ToArray());

    [Theory]
    [InlineData(8, new byte[] { 1, 0, 1, 0 }, new byte[] { 9, 8, 7, 1, 2, 3, 9, 8, 7 })]
    [InlineData(4, new byte[] { 0x10, 0x10, 0, 0 }, new byte[] { 9, 8, 7, 1, 2, 3, 9, 8, 7 })]
    [InlineData(1, new byte[] { 0b1010_0000, 0, 0, 0 }, new byte[] { 9, 8, 7, 1, 2, 3, 9, 8, 7 })]
    public void A_palette_is_looked_up_at_any_depth(int bits, byte[] row, byte[] pixels) =>
        Assert.Equal(pixels, Picture.Decode(BmpFile.Write(3, 1, bits, row, [3, 2, 1, 0, 7, 8, 9, 0])).Pixels.ToArray());

    [Fact]
    public void A_color_beyond_the_palette_is_damage()
    {
        var file = BmpFile.Write(1, 1, 8, [2, 0, 0, 0], [3, 2, 1, 0, 7, 8, 9, 0]);
        Assert.Throws<UnreadableImageException>(() => Picture.Decode(file));
    }

    [Fact]
    public void Run_length_compression_is_read()
    {
        // Bottom row first: three pixels of color 1, end of the row, two of color 0 and one of color 1, end of the picture.
        var file = BmpFile.Write(3, 2, 8, [3, 1, 0, 0, 2, 0, 1, 1, 0, 1], [3, 2, 1, 0, 7, 8, 9, 0], compression: 1);
        Assert.Equal([1, 2, 3, 1, 2, 3, 9, 8, 7, 9, 8, 7, 9, 8, 7, 9, 8, 7], Picture.Decode(file).Pixels.ToArray());
    }

    [Fact]
    public void Run_length_compression_that_ends_early_is_refused() => Assert.Throws<UnreadableImageException>(
        () => Picture.Decode(BmpFile.Write(3, 2, 8, [3, 1, 0, 0, 2], [3, 2, 1, 0, 7, 8, 9, 0], compression: 1)));

    [Fact]
    public void A_depth_that_does_not_exist_is_refused() =>
        Assert.Throws<UnreadableImageException>(() => Picture.Decode(BmpFile.Write(4, 4, 7, new byte[64])));

    [Fact]
    public void Missing_rows_are_refused() =>
        Assert.Throws<UnreadableImageException>(() => Picture.Decode(BmpFile.Write(100, 100, 24, [1, 2, 3, 0])));

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    [InlineData(40)]
    public void A_header_cut_short_is_refused(int length) =>
        Assert.Throws<UnreadableImageException>(() => Picture.Decode(BmpFile.Write(1, 1, 24, [1, 2, 3, 0]).AsMemory(0, length)));

    [Fact]
    public void A_size_beyond_the_limit_is_refused_by_its_header() =>
        Assert.Throws<ImageTooLargeException>(() => Picture.Decode(BmpFile.Write(30_000, 30_000, 24, [1, 2, 3, 0])));
}
