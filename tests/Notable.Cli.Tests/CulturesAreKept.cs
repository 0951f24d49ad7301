using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Notable.Cli.Doctor;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>
/// A culture that a cell names is the real one or an error; what the program reads and writes is the same in every culture.
/// </summary>
public sealed class CulturesAreKept(DrawnNotes notes) : IDisposable
{
    private const string Invariant = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_named_culture_reads_numbers_its_own_way()
    {
        Icu.OrSkip();
        var run = await RunCellAsync("System.Globalization.CultureInfo german = new(\"de-DE\"); $\"{double.Parse(\"1,5\", german)} {1234.5.ToString(\"N1\", german)} {0.5}\"", []);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("1.5 1.234,5 0.5", Output());
    }

    [Theory]
    [InlineData("klingon", "0")]
    [InlineData("xx-XX", "0")]
    [InlineData("de-DE", "1")]
    public async Task One_that_is_not_available_is_an_error(string culture, string invariant)
    {
        if (invariant == "0")
            Icu.OrSkip();
        var run = await RunCellAsync($"new System.Globalization.CultureInfo(\"{culture}\").Name", new() { [Invariant] = invariant });
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{culture} is an invalid culture identifier", run.Output + run.Error);
    }

    [Fact]
    public async Task Without_ICU_everything_else_works()
    {
        var run = await RunCellAsync("$\"{0.5} {double.Parse(\"1.5\")}\"", new() { [Invariant] = "1" });
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.Contains("0.5 1.5", Output());
    }

    [Theory]
    [InlineData("de_DE.UTF-8")]
    [InlineData("tr_TR.UTF-8")]
    [InlineData("fa_IR.UTF-8")]
    public async Task The_language_of_the_machine_changes_no_number(string language)
    {
        Icu.OrSkip();
        var picture = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        string[][] commands =
        [
            ["predict", await notes.ModelAsync(), picture, "--json"],
            ["verify", notes.Folder],
            ["samples", "drawn", "--per-class", "1"],
        ];
        foreach (var words in commands)
        {
            var (plain, there) = (await RunAsync(words, new() { ["LC_ALL"] = "C.UTF-8" }), await RunAsync(words, new() { ["LC_ALL"] = language }));
            Assert.Equal((plain.ExitCode, plain.Output, plain.Error), (there.ExitCode, there.Output, there.Error));
        }
        // A cell's numbers too, unless it names a culture; and its texts are compared as on every machine.
        var cell = await RunCellAsync("$\"{1234.5} {0.5:P0} {double.Parse(\"1.5\")} {\"I\".ToLower()} {new DateTime(2026, 1, 2):d}\"", new() { ["LC_ALL"] = language });
        Assert.True(cell.ExitCode == 0, cell.Output + cell.Error);
        Assert.Contains("1234.5 50 % 1.5 i 01/02/2026", Output());
    }

    [Fact]
    public void The_doctor_says_what_a_system_lacks()
    {
        Assert.Equal(Status.Ok, SystemFindings.Cultures(800).Status);
        var without = SystemFindings.Cultures(0);
        Assert.Equal((Status.Warn, "only the invariant one"), (without.Status, without.Value));
        Assert.Contains(Invariant, without.Advice);
        Assert.Equal(Status.Ok, SystemFindings.App(isSupervised: true).Status);
        Assert.Contains("start it again", SystemFindings.App(isSupervised: false).Advice);
    }

    private string Output() =>
        (string)JsonNode.Parse(File.ReadAllText(folder["out.ipynb"]))!["cells"]![0]!["outputs"]!.AsArray().Last()!["data"]!["text/plain"]!;

    private Task<Command> RunCellAsync(string code, Dictionary<string, string> environment)
    {
        var notebook = new JsonObject
        {
            ["cells"] = new JsonArray(new JsonObject
            {
                ["cell_type"] = "code", ["id"] = "a", ["metadata"] = new JsonObject(), ["execution_count"] = null, ["outputs"] = new JsonArray(), ["source"] = code,
            }),
            ["metadata"] = new JsonObject(), ["nbformat"] = 4, ["nbformat_minor"] = 5,
        };
        File.WriteAllText(folder["in.ipynb"], notebook.ToJsonString());
        return RunAsync(["run", "in.ipynb", "-o", "out.ipynb"], environment);
    }

    private Task<Command> RunAsync(string[] words, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "notable-cli.dll"), .. words])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Command.FinishAsync(Process.Start(start)!);
    }
}
