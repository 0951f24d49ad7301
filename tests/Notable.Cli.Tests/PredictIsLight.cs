using System.Diagnostics;
using System.Globalization;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>One answer takes little memory: the weights are there once, as the processor needs them.</summary>
public sealed class PredictIsLight(DrawnNotes notes)
{
    private const double MostMegabytes = 200;

    [Fact]
    public async Task One_photo_takes_at_most_200_MB()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/time"), "needs GNU time, which measures another process's peak");
        using var folder = new TemporaryFolder();
        var photo = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories).First();
        var plain = Command.StartInfo(folder.Path, ["predict", Repository.Path("notebooks", "models", "bills.safetensors"), photo]);
        var measured = new ProcessStartInfo("/usr/bin/time", ["-f", "%M", "-o", folder["kilobytes"], plain.FileName, .. plain.ArgumentList])
        {
            WorkingDirectory = plain.WorkingDirectory, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var run = await Command.FinishAsync(Process.Start(measured)!);
        Assert.True(run.ExitCode == 0, run.Error);
        var kilobytes = double.Parse(await File.ReadAllTextAsync(folder["kilobytes"], TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
        Assert.InRange(kilobytes * 1024 / 1e6, 1, MostMegabytes);
    }
}
