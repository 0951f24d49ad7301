using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Downloading;

public sealed class RunsAreTakenUp : Support.Downloading
{
    private FoundImage[] Three => [Image("img/1.jpg"), Image("img/2.jpg"), Image("img/3.jpg")];

    [Fact]
    public async Task Nothing_is_asked_twice()
    {
        await DownloadAsync(Three);
        var report = await DownloadAsync(Three);
        Assert.Equal(3, report.Count(DownloadOutcome.AlreadyThere));
        Assert.Equal(3, Server.Requests.Count);
        Assert.Equal(3, Manifest.Read(Folder.Path).Count);
    }

    [Fact]
    public async Task A_known_duplicate_is_not_asked_for_again()
    {
        await DownloadAsync(Image("img/7.jpg"));
        await DownloadAsync(Image("img/moved.jpg"));
        var asked = Server.Requests.Count;
        Assert.Equal(DownloadOutcome.AlreadyThere, Assert.Single((await DownloadAsync(Image("img/moved.jpg"))).Results).Outcome);
        Assert.Equal(asked, Server.Requests.Count);
    }

    [Fact]
    public async Task A_picture_that_was_taken_away_does_not_come_back()
    {
        await DownloadAsync(Three);
        File.Delete(Folder[Pictures[0]]);
        await DownloadAsync(Three);
        Assert.Equal(2, Pictures.Length);
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task A_cut_last_line_is_made_good()
    {
        await DownloadAsync(Three);
        var list = Folder["sources.jsonl"];
        File.WriteAllText(list, File.ReadAllText(list)[..^20]);
        Assert.Equal(2, Manifest.Read(Folder.Path).Count);
        await DownloadAsync(Three);
        Assert.Equal(3, Pictures.Length);
        Assert.Equal(Pictures, Manifest.Read(Folder.Path).Select(entry => entry.File).Order(StringComparer.Ordinal));
        Assert.EndsWith("}\n", File.ReadAllText(list));
    }

    [Fact]
    public async Task A_half_written_file_is_cleared_away()
    {
        File.WriteAllBytes(Folder[".0123456789abcdef.jpg.part"], [1, 2, 3]);
        await DownloadAsync(Three);
        Assert.Equal(3, Pictures.Length);
        Assert.Empty(Directory.GetFiles(Folder.Path, "*.part"));
    }

    [Fact]
    public async Task A_failure_is_tried_again_and_listed_once()
    {
        await DownloadAsync(Image("img/gone.jpg"));
        await DownloadAsync(Image("img/gone.jpg"));
        Assert.Equal(2, Server.Requests.Count);
        Assert.Single(Manifest.ReadSkipped(Folder.Path));
    }

    [Fact]
    public async Task A_line_that_is_not_ours_stops_it_before_anything_is_asked()
    {
        File.WriteAllText(Folder["sources.jsonl"], "{\"file\":1}\n");
        var error = await Assert.ThrowsAsync<GatheringException>(() => DownloadAsync(Three));
        Assert.Contains("line 1", error.Message);
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Two_runs_into_one_folder_do_not_mix()
    {
        using (Manifest.Open(Folder.Path))
            Assert.Contains("another process", (await Assert.ThrowsAsync<GatheringException>(() => DownloadAsync(Three))).Message);
        Assert.Equal(3, (await DownloadAsync(Three)).Count(DownloadOutcome.Kept));
    }

    [Fact]
    public async Task Stopping_leaves_whole_files_and_the_next_run_fetches_the_rest()
    {
        using var stop = new CancellationTokenSource();
        var run = new ImageDownloader(Options).DownloadAsync([.. Three, Image("img/slow.jpg")], Folder.Path, stop.Token);
        while (Pictures.Length < 3 && !run.IsCompleted)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.All(Pictures, name => Assert.Equal(320, Imaging.Picture.Open(Folder[name]).Width));
        Assert.Equal(3, (await DownloadAsync(Three)).Count(DownloadOutcome.AlreadyThere));
    }
}
