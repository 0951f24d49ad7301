using Notable.Display;
using Notable.Imaging;
using Notable.Learning;

namespace Notable.Tests;

public class ResultsAreShown
{
    public ResultsAreShown() => ResultFormats.Register();

    [Theory]
    [InlineData(1600, 400, 640, 160)]
    [InlineData(300, 200, 300, 200)]
    [InlineData(5000, 2, 640, 1)]
    public void A_picture_is_a_jpeg_of_a_size_for_the_screen(int width, int height, int shownWidth, int shownHeight)
    {
        var bundle = MimeBundle.Of(new Picture(width, height, new byte[width * height * 3]));

        var shown = Picture.Identify(Convert.FromBase64String((string)bundle.Content(MimeTypes.Jpeg)!), name: null);
        Assert.Equal((shownWidth, shownHeight), (shown.Width, shown.Height));
        Assert.Equal($"picture of {width} x {height} pixels", bundle.PlainText);
    }

    [Fact]
    public void An_ImageSharp_image_looks_as_its_picture_does()
    {
        var picture = new Picture(800, 200, new byte[800 * 200 * 3]);
        using var image = picture.ToImageSharp();
        Assert.Equal($"{MimeBundle.Of(picture).Content(MimeTypes.Jpeg)}", $"{MimeBundle.Of(image).Content(MimeTypes.Jpeg)}");
    }

    [Fact]
    public void A_prediction_is_its_sentence() =>
        Assert.Equal("$100, 97 % sure", MimeBundle.Of(new Prediction(["usd100", "usd50"], [0.97f, 0.03f])).PlainText);
}
