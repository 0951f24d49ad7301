namespace Notable.AppHost.Tests;

public class FailingCellsAreReported
{
    [Fact]
    public async Task With_one_sentence_on_the_page_that_otherwise_stands()
    {
        await using var app = await TestApp.StartAsync("# Title", "Console.WriteLine(\"before\");", "throw new Exception(\"secret\");", "\"after\"");

        var html = await app.Client.GetStringAsync("", TestApp.Canceled);

        Assert.Contains("before", html);
        Assert.Contains("Something went wrong in this app.", html);
        Assert.DoesNotContain("secret", html);
        Assert.DoesNotContain("after", html);
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("cell 2 failed") && entry.Error!.Message == "secret");
    }

    [Fact]
    public async Task To_the_author_already_when_the_app_starts()
    {
        await using var app = await TestApp.StartAsync("throw new Exception(\"no model\");");
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("warm-up run") && entry.Error!.Message == "no model");
    }
}
