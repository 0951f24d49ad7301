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

    [Fact]
    public async Task Ctrl_c_in_the_first_epoch_says_that_there_is_no_model()
    {
        using var folder = new TemporaryFolder();
        using var process = Command.Start(folder.Path, ["train", notes.Folder, "--weights", "none", "--bs", "2", "--size", "512", "-o", "m.safetensors"]);
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken) is { } line
            && !line.Contains("for validation", StringComparison.Ordinal))
        {
        }

        Command.Interrupt(process);
        var rest = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(130, process.ExitCode);
        Assert.Contains("no model was written to m.safetensors", rest);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }
}
