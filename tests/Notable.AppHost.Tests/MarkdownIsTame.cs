using System.Text.Json.Nodes;
using Notable.AppHost.Pages;
using Notable.Testing;

namespace Notable.AppHost.Tests;

public class MarkdownIsTame
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "<script")]
    [InlineData("a <img src=x onerror=alert(1)> b", "<img")]
    [InlineData("[x](javascript:alert(1))", "javascript:")]
    [InlineData("<javascript:alert(1)>", "<a ")]
    [InlineData("![p](https://elsewhere.example/pixel.png)", "<img")]
    [InlineData("[x](//elsewhere.example/y)", "<a ")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)", "javascript:")]
    [InlineData("<b onclick=\"alert(1)\">x</b>", "onclick")]
    [InlineData("<a href=\" java\nscript:alert(1)\">x</a>", "href")]
    [InlineData("<style>body{display:none}</style>", "display")]
    [InlineData("<p style=\"background:url(https://elsewhere.example)\">x</p>", "style")]
    [InlineData("<iframe src=\"https://elsewhere.example\"></iframe>", "iframe")]
    [InlineData("<form action=\"https://elsewhere.example\"><input name=p type=password></form>", "input")]
    [InlineData("<svg><script>alert(1)</script></svg>", "script")]
    [InlineData("<math><mtext><style><img src=x onerror=alert(1)></style>", "onerror")]
    [InlineData("<img src=\"https://elsewhere.example/x.png\" srcset=\"https://elsewhere.example/y.png\">", "elsewhere")]
    [InlineData("<details open ontoggle=alert(1)><summary>x</summary></details>", "ontoggle")]
    [InlineData("![x](../secret.png)", "<img")]
    [InlineData("![x](/etc/passwd)", "<img")]
    [InlineData("![x](data:text/html;base64,AAAA)", "<img")]
    public void Nothing_in_it_runs_or_calls_elsewhere(string source, string forbidden) =>
        Assert.DoesNotContain(forbidden, MarkdownText.ToHtml(source));

    [Theory]
    [InlineData("[x](https://example.org/)", "href=\"https://example.org/\"")]
    [InlineData("![dot](data:image/png;base64,AAAA)", "<img src=\"data:image/png;base64,AAAA\"")]
    [InlineData("| a |\n|---|\n| b |", "<table>")]
    [InlineData("a < b", "a &lt; b")]
    [InlineData("5~10 km, 10~20 km", "5~10 km, 10~20 km")]
    [InlineData("10^6 and 2^10", "10^6 and 2^10")]
    [InlineData("~~gone~~", "<del>gone</del>")]
    [InlineData("Note[^1]\n\n[^1]: The note.", "<a id=\"fnref:1\" href=\"#fn:1\" class=\"footnote-ref\"><sup>1</sup></a>")]
    [InlineData("$a_1 = \\frac{1}{2}$", "<span class=\"math\">\\(a_1 = \\frac{1}{2}\\)</span>")]
    [InlineData("$$x < 1$$", "<span class=\"math\">\\[x &lt; 1\\]</span>")]
    [InlineData("$$\n\\sum_{i=1}^n i^2\n$$", "<div class=\"math\">")]
    [InlineData("$50 or $100, $50/$100", "$50 or $100, $50/$100")]
    [InlineData("a <b>bold</b> <i>i</i> H<sub>2</sub>O<br>x<sup>2</sup>", "a <b>bold</b> <i>i</i> H<sub>2</sub>O<br>x<sup>2</sup>")]
    [InlineData("<details><summary>More</summary>text</details>", "<details><summary>More</summary>text</details>")]
    [InlineData("<table><tr><td colspan=\"2\">x</td></tr></table>", "<td colspan=\"2\">x</td>")]
    [InlineData("- [x] done", "type=\"checkbox\"")]
    public void What_is_harmless_stays(string source, string expected) =>
        Assert.Contains(expected, MarkdownText.ToHtml(source));

    [Theory]
    [InlineData("[app](app.ipynb)", "app")]
    [InlineData("![a picture](missing.png)", "a picture")]
    [InlineData("![p](https://elsewhere.example/pixel.png)", "p")]
    [InlineData("[one *two* `three`](file:///etc/passwd)", "one two three")]
    public void The_text_of_what_is_refused_stays_once(string source, string text) =>
        Assert.Equal(text, System.Text.RegularExpressions.Regex.Replace(MarkdownText.ToHtml(source), "<[^>]*>", "").Trim());

    [Fact]
    public void Pictures_beside_the_notebook_and_attachments_are_part_of_the_page()
    {
        using var folder = new TemporaryFolder();
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        Directory.CreateDirectory(folder["images"]);
        File.WriteAllBytes(folder["images/a b.png"], png);
        File.WriteAllText(folder["secret.png"], "no picture");
        var inside = Directory.CreateDirectory(folder["notebooks"]).FullName;
        File.WriteAllBytes(folder["notebooks/dot.png"], png);
        File.CreateSymbolicLink(folder["notebooks/out.png"], folder["images/a b.png"]);
        var data = $"src=\"data:image/png;base64,{Convert.ToBase64String(png)}\"";
        var attachments = new JsonObject { ["shot.png"] = new JsonObject { ["image/png"] = Convert.ToBase64String(png) }, ["bad.png"] = new JsonObject { ["image/png"] = "%%" } };
        var pictures = new LocalPictures(folder.Path, attachments);

        Assert.Contains(data, MarkdownText.ToHtml("![x](images/a%20b.png)", pictures));
        Assert.Contains(data, MarkdownText.ToHtml("<img src=\"images/a b.png\" width=\"40\">", pictures));
        Assert.Contains(data, MarkdownText.ToHtml("![x](attachment:shot.png)", pictures));
        foreach (var none in (string[])["attachment:bad.png", "attachment:none.png", "secret.png", "images"])
            Assert.DoesNotContain("<img", MarkdownText.ToHtml($"![x]({none})", pictures));
        var narrow = new LocalPictures(inside, null);
        Assert.Contains(data, MarkdownText.ToHtml("![x](dot.png)", narrow));
        foreach (var none in (string[])["../images/a%20b.png", "out.png", "images/../../images/a%20b.png"])
            Assert.DoesNotContain("<img", MarkdownText.ToHtml($"![x]({none})", narrow));
    }

    [Theory]
    [InlineData("intro\n\n## The `big` *title*", "The big title")]
    [InlineData("no heading", null)]
    public void The_first_heading_is_read_without_its_markup(string source, string? expected) =>
        Assert.Equal(expected, MarkdownText.FirstHeading(source));
}
