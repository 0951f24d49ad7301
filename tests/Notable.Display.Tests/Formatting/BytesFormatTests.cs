namespace Notable.Display.Tests;

public class BytesFormatTests
{
    [Fact]
    public void Bytes_are_counted_and_begun() =>
        Assert.Equal("300 bytes: 00 01 02 03 04 05 06 07 …",
            MimeBundle.Of(Enumerable.Range(0, 300).Select(i => (byte)i).ToArray()).PlainText);

    [Fact]
    public void No_bytes_are_counted_too() => Assert.Equal("0 bytes", MimeBundle.Of(Array.Empty<byte>()).PlainText);

    [Fact]
    public void A_jpeg_file_is_shown_as_a_picture()
    {
        byte[] file = [0xFF, 0xD8, 0xFF, 0xE0, 1];

        Assert.Equal(Convert.ToBase64String(file), (string)MimeBundle.Of(file).Content(MimeTypes.Jpeg)!);
        Assert.Equal(Convert.ToBase64String(file), (string)MimeBundle.Of(new ReadOnlyMemory<byte>(file)).Content(MimeTypes.Jpeg)!);
    }

    [Fact]
    public void A_png_file_is_shown_as_a_picture() =>
        Assert.NotNull(MimeBundle.Of(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }).Content(MimeTypes.Png));
}
