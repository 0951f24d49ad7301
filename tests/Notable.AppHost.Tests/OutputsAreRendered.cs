using System.Text;
using System.Text.Json.Nodes;
using Notable.AppHost.Pages;

namespace Notable.AppHost.Tests;

public class OutputsAreRendered
{
    [Fact]
    public void Text_is_escaped_and_loses_its_colour_codes() =>
        Assert.Equal("<pre class=\"output-text\">a &lt;b&gt;\n</pre>\n", Html("""{"output_type":"stream","name":"stdout","text":["a \u001b[31m<b>\u001b[0m","\n"]}"""));

    [Fact]
    public void The_error_stream_and_errors_are_left_to_the_log() =>
        Assert.Equal("", Html("""{"output_type":"stream","name":"stderr","text":"/home/me"},{"output_type":"error","ename":"E","evalue":"secret","traceback":[]}"""));

    [Fact]
    public void A_widget_becomes_a_place_that_the_script_fills() =>
        Assert.Contains("data-model=\"abc\"", Display("""{"application/vnd.jupyter.widget-view+json":{"model_id":"abc"},"text/plain":"Button"}"""));

    [Fact]
    public void A_figure_is_shown_by_its_picture_rather_than_its_data()
    {
        var html = Display("""{"application/vnd.plotly.v1+json":{"data":[]},"image/svg+xml":"<svg/>","text/html":"<script/>","text/plain":"a figure"}""");
        Assert.Contains($"<img class=\"output-image\" alt=\"a figure\" src=\"data:image/svg+xml;base64,{Convert.ToBase64String("<svg/>"u8)}\">", html);
        Assert.DoesNotContain("script", html);
    }

    [Fact]
    public void Html_of_the_author_is_taken_as_it_is() =>
        Assert.Contains("<b>bold</b>", Display("""{"text/html":["<b>","bold</b>"],"text/plain":"bold"}"""));

    [Fact]
    public void What_is_unknown_falls_back_to_its_text() =>
        Assert.Contains(">only text</pre>", Display("""{"application/x-unknown":"?","text/plain":"only text"}"""));

    private static string Display(string data) => Html($$"""{"output_type":"display_data","metadata":{},"data":{{data}} }""");

    private static string Html(string outputs)
    {
        var page = new StringBuilder();
        OutputHtml.Append(page, (JsonArray)JsonNode.Parse($"[{outputs}]")!);
        return page.ToString();
    }

    [Theory]
    [InlineData("Console.Write(\"1%\\r33%\\r100%\\n\"); Console.Write(\"done\\r\\n\");", "<pre class=\"output-text\">100%\ndone\n</pre>")]
    public async Task What_a_carriage_return_overwrites_is_gone(string cell, string html)
    {
        await using var app = await TestApp.StartAsync(cell);
        Assert.Contains(html, await app.Client.GetStringAsync("", TestApp.Canceled));
    }

    [Fact]
    public async Task The_error_stream_inside_an_output_widget_is_for_the_log()
    {
        await using var app = await TestApp.StartAsync("var output = new Output(); using (output.Capture()) { Console.WriteLine(\"shown\"); Console.Error.WriteLine(\"for the author\"); } output");
        await using var page = await app.OpenPageAsync();
        var states = (await page.StatesAsync()).ToJsonString();
        Assert.Contains("shown", states);
        Assert.DoesNotContain("for the author", states);
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("for the author"));
    }

    [Fact]
    public async Task A_number_that_a_field_cannot_hold_is_put_right_in_the_page()
    {
        await using var app = await TestApp.StartAsync("var number = new IntText { Value = 7 }; number");
        await using var page = await app.OpenPageAsync();
        var answers = await page.UpdateAsync(await page.ModelAsync("IntTextModel"), "value", 3_000_000_000);
        Assert.Contains(answers, message => (string?)message["content"]?["data"]?["method"] == "update" && (int?)message["content"]!["data"]!["state"]!["value"] == 7);
    }

    [Fact]
    public async Task A_wrong_name_is_said_with_the_right_one()
    {
        await using var app = await TestApp.StartAsync("1");
        using var response = await app.GetAsync("voila/render/other.ipynb");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("The app here is app.ipynb", await response.Content.ReadAsStringAsync(TestApp.Canceled));
    }
}
