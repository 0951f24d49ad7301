using Notable.Display.Figures;
using AngleSharp.Html.Parser;
using Notable.Display;

namespace Notable.Display.Tests.Charts;

public class PictureGridTests
{
    private static readonly byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xD9];

    [Fact]
    public void Pictures_stand_in_a_grid_with_their_captions()
    {
        var bundle = new PictureGrid([(jpeg, "usd50"), (jpeg, "usd100\nloss 3.1")], columns: 4).ToMimeBundle();

        var page = new HtmlParser().ParseDocument((string)bundle.Content(MimeTypes.Html)!);
        Assert.Equal(["usd50", "usd100\nloss 3.1"], page.QuerySelectorAll("figcaption").Select(element => element.TextContent));
        Assert.All(page.QuerySelectorAll("img"), image => Assert.Equal("data:image/jpeg;base64,/9j/2Q==", image.GetAttribute("src")));
        Assert.Contains("repeat(4,", page.QuerySelector("div")!.GetAttribute("style"));
    }

    [Fact]
    public void A_caption_is_text_and_never_markup()
    {
        const string hostile = "\"><script>alert(1)</script>";

        var page = new HtmlParser().ParseDocument(
            (string)new PictureGrid([(jpeg, hostile)], 1, hostile).ToMimeBundle().Content(MimeTypes.Html)!);

        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal(hostile, page.QuerySelector("figcaption")!.TextContent);
        Assert.Equal(hostile, page.QuerySelector("img")!.GetAttribute("alt"));
    }

    [Fact]
    public void A_picture_that_cannot_be_read_is_no_broken_image()
    {
        var page = new HtmlParser().ParseDocument((string)new PictureGrid([([], "usd50/a.jpg"), (jpeg, "b")], 2).ToMimeBundle().Content(MimeTypes.Html)!);
        Assert.Equal("b", Assert.Single(page.QuerySelectorAll("img")).GetAttribute("alt"));
        Assert.Contains("cannot be read", page.QuerySelector("figure")!.TextContent);
    }

    [Fact]
    public void In_a_terminal_the_captions_are_listed() =>
        Assert.Equal("Top losses\n   1. usd50\n   2. usd100 | loss 3.1",
            new PictureGrid([(jpeg, "usd50"), (jpeg, "usd100\nloss 3.1")], 4, "Top losses").ToMimeBundle().PlainText);

    [Fact]
    public void A_grid_without_columns_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PictureGrid([], columns: 0));
}
