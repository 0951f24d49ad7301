using System.Diagnostics;
using System.Text.Json;
using Notable.Imaging;
using Notable.Learning;
using Notable.Testing;

namespace Notable.Cli.Tests;

public sealed class NeitherIsAnAnswer(DrawnNotes notes) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_model_trained_with_negatives_says_how_probable_neither_is()
    {
        var others = Directory.CreateDirectory(_folder["others"]).FullName;
        for (var i = 0; i < 10; i++)
            new Picture(1, 1, [(byte)(25 * i), 90, 200]).Resize(64, 48).Save(Path.Combine(others, $"{i}.png"));

        var trained = await Command.RunAsync("train", notes.Folder, "--negatives", others, "--recipe", "photos", "--views", "with-halves", "--weights", "none",
            "--epochs", "1", "--bs", "8", "--size", "64", "--json", "-o", _folder["model.safetensors"]);
        Assert.True(trained.ExitCode == 0, trained.Error);
        Assert.Equal(["frozen", "unfrozen"], trained.JsonLines.Select(line => line.GetProperty("phase").GetString()));
        Assert.Contains("expected calibration error", trained.Error);
        Assert.Equal(Views.WithHalves, Predictor.Load(_folder["model.safetensors"]).Card.Transform.Views);

        var answers = (await Command.RunAsync("predict", _folder["model.safetensors"], Path.Combine(others, "3.png"), "--json")).JsonLines;
        var (probabilities, neither) = (answers[0].GetProperty("probabilities"), answers[0].GetProperty("neither").GetDouble());
        Assert.Equal(1, probabilities.GetProperty("usd50").GetDouble() + probabilities.GetProperty("usd100").GetDouble() + neither, 3);
        var label = answers[0].GetProperty("label").GetString()!;
        Assert.Contains(label, (string[])["usd50", "usd100"]);
        Assert.Equal(neither > probabilities.GetProperty(label).GetDouble() ? "neither" : label, answers[0].GetProperty("answer").GetString());
    }

    [Fact]
    public async Task A_model_of_classes_only_answers_with_its_label()
    {
        var picture = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories)[0];
        var answer = (await Command.RunAsync("predict", await notes.ModelAsync(), picture, "--json")).JsonLines[0];
        Assert.Equal(answer.GetProperty("label").GetString(), answer.GetProperty("answer").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("neither").ValueKind);
    }

    [Fact]
    public async Task A_disk_that_is_full_leaves_the_older_model_whole_and_nothing_beside_it()
    {
        var model = _folder["model.safetensors"];
        await File.WriteAllTextAsync(model, "the older model", TestContext.Current.CancellationToken);
        // No file may grow beyond 4 MB (ulimit counts in KB), as on a disk with that much left. The runtime's own mappings are files too.
        var command = $"trap '' XFSZ; ulimit -f 4000; exec dotnet '{Path.Combine(AppContext.BaseDirectory, "notable-cli.dll")}' "
            + $"train '{notes.Folder}' --weights none --epochs 0 --bs 8 --size 32 -o '{model}'";
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", command])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("notable: ", await error);
        Assert.Equal("the older model", await File.ReadAllTextAsync(model, TestContext.Current.CancellationToken));
        Assert.Equal([model], Directory.GetFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();
}
