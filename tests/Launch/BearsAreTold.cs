using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>docs/bears.cs, the README's ten lines, as a program without a project, on pictures of another kind than banknotes.</summary>
public partial class BearsAreTold
{
    [Fact]
    public async Task By_ten_lines_that_are_run_as_they_stand()
    {
        var (bears, weights) = (Repository.Shared("data", "bears"), Repository.Shared("weights", "resnet18.safetensors"));
        using var folder = new TemporaryFolder();
        var run = await Command.FinishAsync(Process.Start(new ProcessStartInfo(
            "dotnet", ["run", "-c", "Release", Repository.Path("docs", "bears.cs"), "--", bears, weights])
        {
            WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        })!, TimeSpan.FromMinutes(8));

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Assert.InRange(double.Parse(Accuracy().Match(run.Output).Groups[1].Value, CultureInfo.InvariantCulture), 0.93, 1);
        Assert.True(File.Exists(folder["bears.safetensors"]));
    }

    [GeneratedRegex(@"accuracy\s+([0-9.]+)")]
    private static partial Regex Accuracy();
}
