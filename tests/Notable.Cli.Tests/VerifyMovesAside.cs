using Notable.Testing;

namespace Notable.Cli.Tests;

public class VerifyMovesAside(DrawnNotes notes)
{
    [Fact]
    public async Task One_object_a_flagged_file_moved_and_brought_back()
    {
        using var folder = new TemporaryFolder();
        using var aside = new TemporaryFolder();
        var note = Directory.GetFiles(notes.Folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).First();
        File.Copy(note, folder["a.jpg"]);
        File.Copy(note, folder["b.jpg"]);
        await File.WriteAllTextAsync(folder["page.jpg"], "<html></html>", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(folder["cut.jpg"], File.ReadAllBytes(note)[..^3000], TestContext.Current.CancellationToken);

        var listed = await Command.RunAsync("verify", folder.Path, "--json");
        Assert.Equal(1, listed.ExitCode);
        Assert.Equal(["b.jpg duplicate", "cut.jpg damaged", "page.jpg not-an-image"], listed.JsonLines.Select(line =>
            $"{Path.GetFileName(line.GetProperty("file").GetString())} {line.GetProperty("problems")[0].GetString()!.Split(':')[0]}"));

        var told = await Command.RunAsync("verify", folder.Path);
        Assert.Equal(1, told.ExitCode);
        Assert.Contains($"unfit: {folder["page.jpg"]} is not an image: it begins like a web page (HTML)", told.Output);
        Assert.Contains($"notable verify {folder.Path} --quarantine {folder.Path}.quarantine", told.Error);

        var moved = await Command.RunAsync("verify", folder.Path, "--quarantine", aside.Path);
        Assert.Equal(0, moved.ExitCode);
        Assert.DoesNotContain("To move", moved.Error);
        Assert.Equal([folder["a.jpg"]], Directory.GetFiles(folder.Path));

        var restored = await Command.RunAsync("verify", folder.Path, "--quarantine", aside.Path, "--restore");
        Assert.True(restored.ExitCode == 0, restored.Error);
        Assert.Equal(4, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public async Task A_clean_folder_is_quiet()
    {
        var run = await Command.RunAsync("verify", notes.Folder);
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains("48 files checked", run.Error);
    }

    [Fact]
    public async Task A_folder_without_pictures_is_no_success()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["labels.csv"], "a,b", TestContext.Current.CancellationToken);
        var run = await Command.RunAsync("verify", folder.Path);
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains($"no picture in {folder.Path} or below", run.Error);
    }

    [Fact]
    public async Task A_folder_of_links_is_looked_at()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateSymbolicLink(folder["linked"], notes.Folder);
        var run = await Command.RunAsync("verify", folder.Path);
        Assert.Equal((0, ""), (run.ExitCode, run.Output));
        Assert.Contains("48 files checked", run.Error);
    }

    [Fact]
    public async Task A_missing_folder_is_told()
    {
        var run = await Command.RunAsync("verify", "/absent/folder");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("/absent/folder", run.Error);
    }
}
