using Notable.Imaging.Tests.Support;

namespace Notable.Imaging.Tests.Safety;

/// <summary>Sizes are checked before memory is spent on them.</summary>
public class Limits
{
    [Fact]
    public void A_header_that_announces_too_many_pixels_is_refused_with_both_numbers()
    {
        var file = PngFile.Announcing(30_000, 30_000);
        var error = Assert.Throws<ImageTooLargeException>(() => Picture.Decode(file, name: "huge.png"));
        Assert.Equal("huge.png is 30000 x 30000 pixels (900 megapixels), and the limit is 100 megapixels.", error.Message);
    }

    [Fact]
    public void The_pixel_limit_is_inclusive()
    {
        var file = TestPicture.Gradient(40, 30).ToPng();
        Assert.Equal(40, Picture.Decode(file, new() { MaxPixels = 1200 }).Width);
        Assert.Throws<ImageTooLargeException>(() => Picture.Decode(file, new() { MaxPixels = 1199 }));
    }

    [Fact]
    public void What_is_decoded_counts_and_not_what_is_announced()
    {
        var file = TestPicture.Gradient(400, 300).ToJpeg();
        Assert.Equal(75, Picture.Decode(file, new() { MaxPixels = 50_000, MinShortSide = 75 }).Height);
        Assert.Throws<ImageTooLargeException>(() => Picture.Decode(file, new() { MaxPixels = 50_000 }));
        Assert.Throws<ImageTooLargeException>(() => Picture.Decode(file, new() { MaxPixels = 50_000, MinShortSide = 200 }));
    }

    [Fact]
    public void A_jpeg_that_is_shrunk_may_announce_five_times_the_limit_and_no_more()
    {
        var file = TestPicture.Gradient(400, 300).ToJpeg();
        Assert.Equal(37, Picture.Decode(file, new() { MaxPixels = 24_000, MinShortSide = 20 }).Height);
        Assert.Throws<ImageTooLargeException>(() => Picture.Decode(file, new() { MaxPixels = 23_999, MinShortSide = 20 }));
    }

    [Fact]
    public void A_progressive_jpeg_counts_as_stored_because_it_is_held_whole() => Assert.Throws<ImageTooLargeException>(() => Picture.Decode(
        Encoded.Jpeg(TestPicture.Gradient(400, 300), isProgressive: true), new() { MaxPixels = 50_000, MinShortSide = 20 }));

    [Fact]
    public void A_photo_of_108_megapixels_is_read_small()
    {
        var photo = PlainJpeg(12000, 9000);
        var small = Picture.Decode(photo, new() { MinShortSide = 448 });
        Assert.Equal((1500, 1125), (small.Width, small.Height));
        Assert.Equal((100, 75), Picture.Decode(Thumbnails.Jpeg(photo, 100)) is var thumbnail ? (thumbnail.Width, thumbnail.Height) : default);
        Assert.Contains("108 megapixels", Assert.Throws<ImageTooLargeException>(() => Picture.Decode(photo)).Message);
    }

    /// <summary>Plain gray, made without a picture of that size: every unit of 16 x 16 pixels has the same four bytes.</summary>
    private static byte[] PlainJpeg(int width, int height)
    {
        var unit = TestPicture.Plain(16, 16, 128, 128, 128).ToJpeg();
        var (frame, scan) = (unit.AsSpan().IndexOf([(byte)0xFF, (byte)0xC0]), unit.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]));
        (unit[frame + 5], unit[frame + 6], unit[frame + 7], unit[frame + 8]) = ((byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width);
        var data = scan + 2 + unit[scan + 3];
        Assert.Equal([0x28, 0xA2, 0x8A, 0x00], unit[data..^2]);
        var units = (width + 15) / 16 * ((height + 15) / 16);
        return [.. unit[..data], .. Enumerable.Repeat(unit[data..^2], units).SelectMany(bytes => bytes), 0xFF, 0xD9];
    }

    [Fact]
    public void A_file_of_too_many_bytes_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        using (var file = File.Create(folder["large.jpg"]))
            file.SetLength(250_000_000);
        var error = Assert.Throws<ImageTooLargeException>(() => Picture.Open(folder["large.jpg"]));
        Assert.Equal("large.jpg is a file of 250 MB, and the limit is 200 MB.", error.Message);
        Assert.Throws<ImageTooLargeException>(() => Picture.Decode(new byte[11], new() { MaxBytes = 10 }));
    }

    [Fact]
    public void A_jpeg_with_endless_scans_is_refused()
    {
        var jpeg = TestPicture.Gradient(16, 16).ToJpeg();
        var scan = jpeg.AsSpan().IndexOf([(byte)0xFF, (byte)0xDA]);
        var one = jpeg[scan..^2];
        byte[] endless = [.. jpeg[..scan], .. Enumerable.Repeat(one, 200).SelectMany(bytes => bytes), 0xFF, 0xD9];
        Assert.Contains("more than 100 scans", Assert.Throws<UnreadableImageException>(() => Picture.Decode(endless)).Message);
    }
}
