using System.Text.Json;
using Benchmarks.Measuring;
using Notable.Testing;

namespace Notable.Cli.Tests;

public class BenchMeasures
{
    [Fact]
    public async Task One_object_a_figure_with_its_bar()
    {
        var run = await Command.RunAsync("bench", "predict", "start", "augment", "verify", "resize", "--quick", "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.All(run.JsonLines, l =>
        {
            Assert.Equal(["name", "value", "unit", "bar", "holds", "min", "n"], l.EnumerateObject().Select(p => p.Name));
            Assert.True(l.GetProperty("value").GetDouble() > 0);
        });
        JsonElement Of(string name) => run.JsonLines.Single(l => l.GetProperty("name").GetString() == name);
        Assert.Equal(26, Of("predict one photo").GetProperty("bar").GetDouble());
        Assert.Equal("images/s", Of("predict a folder").GetProperty("unit").GetString());
        Assert.Equal(0.75, Of("start to first answer").GetProperty("bar").GetDouble());
        Assert.Equal(80, Of("all augmentations of a batch of 64").GetProperty("bar").GetDouble());
        Assert.Equal(1000, Of("verify a folder").GetProperty("bar").GetDouble());
        Assert.Equal(300, Of("resize to 400 px").GetProperty("bar").GetDouble());
        Assert.InRange(Of("peak memory of that process").GetProperty("value").GetDouble(), 20, 20_000);
    }

    [Fact]
    public async Task Without_the_benchmarks_the_verb_says_where_they_are()
    {
        using var folder = new TemporaryFolder();
        ProgramCopy.Make(folder.Path, without: "Benchmarks.dll");

        var run = await Command.RunProgramAsync(folder["notable-cli.dll"], "bench", "predict", "--quick");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'environment/notable bench'", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Fact]
    public async Task A_peer_that_is_none_is_told_with_what_it_needs()
    {
        var run = await Command.RunAsync("bench", "engine", "--peer", "/no/such/python");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("/no/such/python", run.Error);
        Assert.Contains("torchvision", run.Error);
    }

    [Theory]
    [InlineData(1.0, false, true)]
    [InlineData(1.2, false, false)]
    [InlineData(1.2, true, true)]
    [InlineData(1.0, true, false)]
    public void A_bar_is_a_ceiling_or_a_floor(double value, bool moreIsBetter, bool holds) =>
        Assert.Equal(holds, new Measurement("f", value, "x") { Bar = 1.1, MoreIsBetter = moreIsBetter }.Holds);

    [Fact]
    public void The_median_counts_and_the_smallest_is_kept()
    {
        var figure = Stopwatches.Summary("f", "s", [9, 1, 4, 2]);
        Assert.Equal((3, 1, 4), (figure.Value, figure.Min, figure.N));
        Assert.Null(figure.Holds);
        Assert.Equal(1.5, figure.RatioTo(new Measurement("g", 2, "s") { Min = 0.5, N = 2 }, "r").Value);
    }
}
