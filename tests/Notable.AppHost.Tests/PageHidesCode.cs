namespace Notable.AppHost.Tests;

public class PageHidesCode
{
    [Fact]
    public async Task The_page_shows_prose_and_results_and_no_line_of_code()
    {
        await using var app = await TestApp.StartAsync("# Which bill?\n\nUpload *one*.", "var secretName = 40 + 2; // hush\nsecretName");

        var html = await app.Client.GetStringAsync("", TestApp.Canceled);

        Assert.Contains("<title>Which bill?</title>", html);
        Assert.Contains("Upload <em>one</em>.", html);
        Assert.Contains(">42</pre>", html);
        Assert.DoesNotContain("secretName", html);
        Assert.DoesNotContain("hush", html);
    }
}
