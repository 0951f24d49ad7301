using System.Text;

namespace Notable.Imaging.Tests.Safety;

/// <summary>Files that are no pictures are named for what they are.</summary>
public class NotAnImage
{
    [Theory]
    [InlineData("", "is empty: it has no bytes")]
    [InlineData("<!DOCTYPE html><html><body>Not found</body></html>", "is not an image: it begins like a web page (HTML)")]
    [InlineData("\uFEFF \r\n<HTML>", "is not an image: it begins like a web page (HTML)")]
    [InlineData("{\"error\": \"not found\"}", "is not an image: it contains plain text")]
    [InlineData("Grüße", "is not an image: it contains plain text")]
    [InlineData("PK\u0003\u0004rest", "is not an image: it is a packed archive (ZIP or gzip)")]
    [InlineData("\0\0\0\u0018ftypmp42", "is not an image: it is a video or sound file")]
    [InlineData("\u0001\u0002\u0003\u0004", "is not an image: its first bytes match no known picture format")]
    public void It_is_unreadable_and_the_sentence_says_why(string content, string reason)
    {
        var file = Encoding.UTF8.GetBytes(content);
        var error = Assert.Throws<UnreadableImageException>(() => Picture.Decode(file, name: "bill.jpg"));
        Assert.Equal($"bill.jpg {reason}.", error.Message);
        Assert.Equal(reason, error.Reason);
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "is an SVG drawing")]
    [InlineData("<?xml version=\"1.0\"?>\n<!-- drawn --><svg/>", "is an SVG drawing")]
    [InlineData("<!-- drawn --><svg/>", "is an SVG drawing")]
    [InlineData("%PDF-1.7", "is a PDF document")]
    [InlineData("8BPS\0\u0001", "is a Photoshop document")]
    public void Drawings_and_documents_are_unsupported(string content, string reason)
    {
        var error = Assert.Throws<UnsupportedImageException>(() => Picture.Decode(Encoding.UTF8.GetBytes(content)));
        Assert.Equal($"The picture {reason}, which is not accepted; save it as JPEG or PNG first.", error.Message);
    }

    [Fact]
    public void A_file_on_disk_is_called_by_its_name_without_the_folder()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["bill.jpg"], "<html>");
        Assert.StartsWith("bill.jpg is", Assert.Throws<UnreadableImageException>(() => Picture.Open(folder["bill.jpg"])).Message);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF })]
    [InlineData(new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 })]
    [InlineData(new byte[] { (byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'9', (byte)'a' })]
    [InlineData(new byte[] { (byte)'I', (byte)'I', 42, 0 })]
    public void A_beginning_alone_is_a_damaged_picture(byte[] beginning) =>
        Assert.Contains("damaged or cut short", Assert.Throws<UnreadableImageException>(() => Picture.Decode(beginning)).Message);
}
