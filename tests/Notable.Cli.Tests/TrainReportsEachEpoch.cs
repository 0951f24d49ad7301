using Notable.Testing;

namespace Notable.Cli.Tests;

public class TrainReportsEachEpoch(DrawnNotes notes)
{
    [Fact]
    public async Task One_object_an_epoch_frozen_first_and_a_model_at_the_end()
    {
        using var folder = new TemporaryFolder();
        var run = await Command.RunAsync("train", notes.Folder, "--weights", "none", "--epochs", "2", "--bs", "8", "--size", "64", "-o", folder["deep/model.safetensors"], "--json");

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(["frozen 0", "unfrozen 0", "unfrozen 1"], run.JsonLines.Select(l => $"{l.GetProperty("phase").GetString()} {l.GetProperty("epoch").GetInt32()}"));
        Assert.All(run.JsonLines, l =>
        {
            Assert.InRange(l.GetProperty("error_rate").GetDouble(), 0, 1);
            Assert.True(l.GetProperty("train_loss").GetDouble() > 0 && l.GetProperty("valid_loss").GetDouble() > 0 && l.GetProperty("seconds").GetDouble() > 0);
        });
        Assert.Equal([folder["deep/model.safetensors"]], Directory.GetFileSystemEntries(folder["deep"]));
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_figures()
    {
        string[] words = ["train", notes.Folder, "--weights", "none", "--epochs", "0", "--bs", "8", "--size", "64", "--seed", "5", "--json"];
        var (first, second) = (await Command.RunAsync(words), await Command.RunAsync(words));
        Assert.Equal(first.JsonLines.Single().GetProperty("valid_loss").GetDouble(), second.JsonLines.Single().GetProperty("valid_loss").GetDouble(), 4);
    }

    [Fact]
    public async Task Pictures_are_mirrored_unless_told_not_to()
    {
        string[] words = ["train", notes.Folder, "--weights", "none", "--epochs", "1", "--size", "64", "--json"];
        var (mirrored, again, plain) = (await Command.RunAsync(words), await Command.RunAsync(words), await Command.RunAsync([.. words, "--no-flip"]));
        static double Loss(Command run) => run.JsonLines.Last().GetProperty("train_loss").GetDouble();
        Assert.Equal(Loss(mirrored), Loss(again), 4);
        Assert.NotEqual(Loss(mirrored), Loss(plain), 4);
    }

    [Fact]
    public async Task A_few_pictures_are_trained_on_in_small_batches()
    {
        var run = await Command.RunAsync("train", notes.Folder, "--weights", "none", "--epochs", "0", "--size", "64");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(", in batches of 16\n", run.Error);
        var help = await Command.RunAsync("train", "--help");
        Assert.Contains("(default: 64; 16 for fewer than 500 pictures)", help.Output);
    }

    [Fact]
    public async Task A_folder_without_pictures_is_told_before_anything_is_written()
    {
        using var folder = new TemporaryFolder();
        var run = await Command.RunAsync("train", folder.Path, "--weights", "none", "-o", folder["model.safetensors"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(folder.Path, run.Error);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [Theory]
    [InlineData("taken/model.safetensors", "taken")]
    [InlineData("", "is a folder")]
    public async Task An_output_that_cannot_be_written_is_reported_before_the_pictures_are_read(string output, string reason)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["taken"], "a file where the path needs a folder");
        var run = await Command.RunAsync("train", notes.Folder, "--weights", "none", "--epochs", "1", "--size", "64", "-o", Path.Combine(folder.Path, output));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(reason, run.Error);
        Assert.DoesNotContain("classes:", run.Error);
        Assert.DoesNotContain("reading pictures", run.Error);
    }
}
