using Notable.Testing;

namespace Notable.Cli.Tests;

public class PredictAnswersEachFile(DrawnNotes notes)
{
    [Fact]
    public async Task One_object_a_file_and_a_bad_file_costs_only_its_own_line()
    {
        using var folder = new TemporaryFolder();
        var page = folder["page.jpg"];
        await File.WriteAllTextAsync(page, "<!DOCTYPE html><html><body>404</body></html>", TestContext.Current.CancellationToken);
        var good = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();

        var run = await Command.RunAsync("predict", await notes.ModelAsync(), good, page, folder["absent.png"], good, "--json");

        Assert.Equal(1, run.ExitCode);
        var lines = run.JsonLines;
        Assert.Equal([good, page, folder["absent.png"], good], lines.Select(l => l.GetProperty("file").GetString()));
        Assert.Equal([true, false, false, true], lines.Select(l => l.GetProperty("error").ValueKind == System.Text.Json.JsonValueKind.Null));
        var probabilities = lines[0].GetProperty("probabilities");
        Assert.Equal(1, probabilities.GetProperty("usd50").GetDouble() + probabilities.GetProperty("usd100").GetDouble(), 3);
        Assert.Equal(probabilities.GetProperty(lines[0].GetProperty("label").GetString()!).GetDouble(), lines[0].GetProperty("probability").GetDouble());
        Assert.Contains("page.jpg", lines[1].GetProperty("error").GetString());
        Assert.Contains("absent.png", lines[2].GetProperty("error").GetString());
    }

    [Fact]
    public async Task A_model_that_is_none_is_told_in_one_sentence()
    {
        var picture = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories)[0];
        var run = await Command.RunAsync("predict", picture, picture);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("notable: ", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task One_that_fails_while_libraries_still_load_ends_well()
    {
        // Without the wait in EarlyLoading every third of these crashed, and one in fifty hung.
        var page = Repository.Path("README.md");
        for (var i = 0; i < 8; i++)
            Assert.Equal(1, (await Command.RunAsync("predict", page, page)).ExitCode);
    }
}
