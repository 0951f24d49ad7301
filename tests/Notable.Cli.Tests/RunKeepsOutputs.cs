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

    [Theory]
    [InlineData("Environment.Exit(0);", "Environment.Exit")]
    [InlineData("await Task.Run(() => Environment.Exit(0));", "Environment.Exit")]
    [InlineData("typeof(Environment).GetMethod(\"Exit\").Invoke(null, [0]);", "Environment.Exit")]
    [InlineData("#define TRACE\nSystem.Diagnostics.Trace.Assert(false, \"the reason\");", "An assertion failed: the reason")]
    [InlineData("#define DEBUG\nSystem.Diagnostics.Debug.Fail(\"the reason\");", "An assertion failed: the reason")]
    [InlineData("async void T() { await Task.Delay(10); throw new Exception(\"stray\"); } T(); Thread.Sleep(2000);", "stray")]
    [InlineData("int F(int n) => F(n + 1) + 1; F(0)", "nested too deep")]
    public async Task A_cell_that_ends_the_process_or_fails_in_the_background_fails_the_run_and_nothing_is_lost(string source, string reason)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["in.ipynb"], Notebook("1 + 1", source.Insert(source.LastIndexOf('\n') + 1, "Console.WriteLine(\"before\"); "), "3"), TestContext.Current.CancellationToken);
        var run = await Command.RunInAsync(folder.Path, "run", "in.ipynb", "-o", "out.ipynb");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("cell 2 of 3 failed", run.Error);
        Assert.Contains(reason, run.Error);
        var cells = JsonNode.Parse(await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken))!["cells"]!.AsArray();
        Assert.Equal("2", (string?)cells[0]!["outputs"]!.AsArray().Single()!["data"]!["text/plain"]);
        Assert.Contains("before", cells[1]!["outputs"]!.ToJsonString());
        Assert.Contains(reason, (string?)cells[1]!["outputs"]!.AsArray().Last()!["evalue"]);
        Assert.Empty(cells[2]!["outputs"]!.AsArray());
    }

    [Fact]
    public async Task What_ran_before_the_process_was_killed_is_in_the_file()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["in.ipynb"], Notebook("1 + 1", "typeof(Environment).GetMethod(\"FailFast\", [typeof(string)]).Invoke(null, [\"dead\"]);"), TestContext.Current.CancellationToken);
        var run = await Command.RunInAsync(folder.Path, "run", "in.ipynb", "-o", "out.ipynb");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("\"2\"", await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Cells_run_in_the_notebooks_folder_or_the_one_that_is_named()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["sub"]);
        await File.WriteAllTextAsync(folder["sub/beside.txt"], "in sub", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["beside.txt"], "at the top", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["sub/in.ipynb"], Notebook("File.ReadAllText(\"beside.txt\")"), TestContext.Current.CancellationToken);
        var beside = await Command.RunInAsync(folder.Path, "run", "sub/in.ipynb", "-o", "out.ipynb");
        var named = await Command.RunInAsync(folder.Path, "run", "sub/in.ipynb", "-o", "named.ipynb", "--cwd", ".");

        Assert.True(beside.ExitCode == 0 && named.ExitCode == 0, beside.Error + named.Error);
        Assert.Contains("in sub", await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken));
        Assert.Contains("at the top", await File.ReadAllTextAsync(folder["named.ipynb"], TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("x=0,001", "expected a number of type double, with a decimal point")]
    [InlineData("y=1,5", "expected a number of type int")]
    public async Task A_decimal_comma_is_refused_before_anything_runs(string parameter, string reason)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["in.ipynb"], Notebook("double x = 1; var y = 10 * 2;", "x"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["out.ipynb"], "an earlier output", TestContext.Current.CancellationToken);
        var run = await Command.RunInAsync(folder.Path, "run", "in.ipynb", "-p", parameter, "-o", "out.ipynb");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.Error);
        Assert.DoesNotContain("[1/2]", run.Error);
        Assert.Equal("an earlier output", await File.ReadAllTextAsync(folder["out.ipynb"], TestContext.Current.CancellationToken));
    }
}
