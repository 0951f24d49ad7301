using System.Text.Json.Nodes;
using Notable.Testing;

namespace Notable.Cli.Tests;

public class RunKeepsOutputs
{
    private static string Notebook(params string[] cells) => new JsonObject
    {
        ["cells"] = new JsonArray([.. cells.Select((source, i) => new JsonObject
        {
            ["cell_type"] = "code", ["id"] = $"cell{i}", ["metadata"] = i == 0 ? new JsonObject { ["tags"] = new JsonArray("parameters") } : new JsonObject(),
            ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = source,
        })]),
        ["metadata"] = new JsonObject { ["kernelspec"] = new JsonObject { ["name"] = "notable-csharp", ["language"] = "csharp", ["display_name"] = "C#" } },
        ["nbformat"] = 4, ["nbformat_minor"] = 5,
    }.ToJsonString();

    [Fact]
    public async Task Parameters_are_set_and_the_library_is_there_without_asking()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["in.ipynb"], Notebook(
            "var side = 4; var text = \"x\";",
            "new Picture(side, 2, new byte[side * 2 * 3])",
            "$\"{text} {side * torch.ones(3).sum().item<float>()}\""), TestContext.Current.CancellationToken);
        var run = await Command.RunInAsync(folder.Path, "run", "in.ipynb", "-p", "side=7", "-p", "text=a \"b\" c", "-o", "out.ipynb");

        Assert.True(run.ExitCode == 0, run.Error);
        var text = await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken);
        Assert.Contains("image/jpeg", text);
        Assert.Contains("picture of 7 x 2 pixels", text);
        Assert.Contains("a \\\"b\\\" c 21", text);
    }

    [Fact]
    public async Task The_first_failing_cell_ends_it_and_its_error_is_kept()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["in.ipynb"], Notebook(
            "var a = 1;", "Console.WriteLine(\"before\");", "throw new InvalidOperationException(\"the reason\");", "Console.WriteLine(\"after\");"), TestContext.Current.CancellationToken);
        var run = await Command.RunInAsync(folder.Path, "run", "in.ipynb", "-o", "out.ipynb");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("the reason", run.Error);
        var cells = JsonNode.Parse(await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken))!["cells"]!.AsArray();
        Assert.Contains("before", cells[1]!["outputs"]!.ToJsonString());
        Assert.Equal("error", (string?)cells[2]!["outputs"]!.AsArray().Last()!["output_type"]);
        Assert.Empty(cells[3]!["outputs"]!.AsArray());
    }
}
