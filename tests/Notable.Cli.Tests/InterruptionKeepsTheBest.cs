using System.Diagnostics;
using Notable.Learning;
using Notable.Testing;

namespace Notable.Cli.Tests;

public class InterruptionKeepsTheBest(DrawnNotes notes)
{
    [Fact]
    public async Task Ctrl_c_ends_a_training_and_keeps_the_best_model()
    {
        using var folder = new TemporaryFolder();
        using var process = Command.Start(folder.Path, ["train", notes.Folder, "--weights", "none", "--epochs", "500", "--bs", "8", "--size", "64", "-o", "m.safetensors", "--json"]);
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask()      // the first epoch is done
            .WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);

        Command.Interrupt(process);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("stopped early: the best of", await error);
        Assert.Equal([folder["m.safetensors"]], Directory.GetFileSystemEntries(folder.Path));
        Assert.Equal(["usd100", "usd50"], Predictor.Load(folder["m.safetensors"]).Vocab);
    }
}
