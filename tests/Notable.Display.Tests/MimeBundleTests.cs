using System.Text.Json.Nodes;

namespace Notable.Display.Tests;

public class MimeBundleTests
{
    public static TheoryData<MimeBundle> EveryKind =>
    [
        MimeBundle.Text("a"), MimeBundle.Html("<b>a</b>", "a"), MimeBundle.Png([1, 2]), MimeBundle.Jpeg([1, 2]),
        MimeBundle.Json(new JsonObject { ["a"] = 1 }), MimeBundle.Html("<b>a</b>", "a"),
    ];

    [Theory]
    [MemberData(nameof(EveryKind))]
    public void Every_bundle_has_plain_text(MimeBundle bundle)
    {
        Assert.Equal(MimeTypes.Text, bundle.Types.First());
        Assert.NotEmpty(bundle.PlainText);
    }

    [Fact]
    public void Adding_a_form_leaves_the_bundle_as_it_was()
    {
        var plain = MimeBundle.Text("a");

        var rich = plain.With(MimeTypes.Html, "<b>a</b>").WithMetadata(MimeTypes.Html, new JsonObject { ["isolated"] = true });

        Assert.Equal([MimeTypes.Text], plain.Types);
        Assert.Equal([MimeTypes.Text, MimeTypes.Html], rich.Types);
        Assert.Equal("""{"text/html":{"isolated":true}}""", rich.Metadata().ToJsonString());
    }

    [Fact]
    public void What_is_handed_out_is_a_copy()
    {
        var bundle = MimeBundle.Json(new JsonObject { ["a"] = 1 });

        bundle.Data()[MimeTypes.Text] = "changed";
        bundle.Content(MimeTypes.Json)!["a"] = 2;

        Assert.DoesNotContain("changed", bundle.PlainText);
        Assert.Equal(1, (int)bundle.Content(MimeTypes.Json)!["a"]!);
    }

    [Fact]
    public void Pictures_are_base64() => Assert.Equal("AQID", (string)MimeBundle.Png([1, 2, 3]).Content(MimeTypes.Png)!);

    [Fact]
    public void Plain_text_that_is_no_string_is_refused() =>
        Assert.Throws<ArgumentException>(() => MimeBundle.Text("a").With(MimeTypes.Text, new JsonObject()));
}
