using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Notable.AppHost.Languages;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.AppHost.Tests;

public class LanguagesAreSpoken
{
    [Theory]
    [InlineData("", "en")]
    [InlineData("fr, de;q=0.5", "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh")]
    [InlineData("fr, es-MX;q=0.7, en;q=0.2", "es")]
    [InlineData("en;q=0.1, zh;q=0", "en")]
    [InlineData("not a language at all", "en")]
    public async Task The_one_that_the_browser_likes_best(string accepted, string language)
    {
        await using var app = await TestApp.StartAsync("1");
        using var response = await app.GetAsync("", ("Accept-Language", accepted));
        Assert.Contains($"<html lang=\"{language}\">", await response.Content.ReadAsStringAsync(TestApp.Canceled));
    }

    [Fact]
    public void The_pages_script_has_every_text_in_every_language_of_the_host()
    {
        var script = File.ReadAllText(Repository.Path("lib", "Notable.AppHost", "web", "src", "texts.js"));
        var languages = Regex.Matches(script, @"^  (\w+): \{\n(?:    (\w+): .*\n)+  \},", RegexOptions.Multiline);
        Assert.Equal(Texts.All.Select(texts => texts.Code), languages.Select(language => language.Groups[1].Value));
        var names = languages.Select(language => language.Groups[2].Captures.Select(name => name.Value).ToList()).ToList();
        Assert.All(names, ofOne => Assert.Equal(names[0], ofOne));
    }

    [Fact]
    public async Task Cells_and_handlers_know_it()
    {
        await using var app = await TestApp.StartAsync(
            "Console.WriteLine(System.Globalization.CultureInfo.CurrentUICulture.Name); var button = new Button(\"x\"); var shown = new Label();",
            "button.OnClick(async () => { await Task.Yield(); shown.Value = \"in \" + System.Globalization.CultureInfo.CurrentUICulture.Name; });",
            "new VBox(button, shown)");
        using var response = await app.GetAsync("", ("Accept-Language", "es"));
        var html = await response.Content.ReadAsStringAsync(TestApp.Canceled);
        Assert.Contains(">es\n", html);
        await using var page = await PageClient.ConnectAsync(app.Server.Address, html, origin: null);
        var answers = await page.ClickAsync(await page.ModelAsync("ButtonModel"));
        Assert.Contains(answers, message => message.ToJsonString().Contains("in es"));
    }

    [Fact]
    public async Task A_cells_text_may_have_translations()
    {
        using var folder = new TemporaryFolder();
        var cell = new NotebookCell(CellKind.Markdown, "# Hello")
        {
            Metadata = new() { ["translations"] = new JsonObject { ["es"] = "# Hola", ["zh"] = new JsonArray("# 你", "好") } },
        };
        new Notebook(cell).Save(folder["app.ipynb"]);
        await using var server = await AppServer.CreateAsync(TestApp.Options(folder["app.ipynb"], new LogRecorder()), TestApp.Canceled);
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var (language, title) in ((string, string)[])[("en", "Hello"), ("es", "Hola"), ("zh", "你好")])
        {
            client.DefaultRequestHeaders.AcceptLanguage.Clear();
            client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            Assert.Contains($"<title>{title}</title>", System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("", TestApp.Canceled)));
        }
    }
}
