using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Downloading;

public sealed class BadAnswersAreReported : Support.Downloading
{
    [Theory]
    [InlineData("img/html.jpg", DownloadOutcome.Refused, "text/html")]
    [InlineData("img/lying.jpg", DownloadOutcome.Refused, "web page")]
    [InlineData("img/truncated.jpg", DownloadOutcome.Refused, "cut short")]
    [InlineData("img/huge.jpg", DownloadOutcome.Refused, "limit is 0.2 MB")]
    [InlineData("img/bomb.jpg", DownloadOutcome.Refused, "limit is 0.2 MB")]
    [InlineData("img/words.jpg", DownloadOutcome.Refused, "plain text")]
    [InlineData("img/endless.jpg", DownloadOutcome.Refused, "limit is 0.2 MB")]
    [InlineData("img/loop", DownloadOutcome.Refused, "redirects")]
    [InlineData("img/tofile", DownloadOutcome.Refused, "file")]
    [InlineData("img/gone.jpg", DownloadOutcome.Failed, "404")]
    [InlineData("img/ok.png", DownloadOutcome.Failed, "403")]
    [InlineData("img/closed.jpg", DownloadOutcome.Failed, "86400 s")]
    public async Task With_what_was_found(string path, DownloadOutcome outcome, string reason)
    {
        var result = await DownloadOneAsync(path);
        Assert.Equal((outcome, null), (result.Outcome, result.File));
        Assert.Contains(reason, result.Reason);
        Assert.Empty(Pictures);
        var skipped = Assert.Single(Manifest.ReadSkipped(Folder.Path));
        Assert.Equal((result.Image.ImageUrl.AbsoluteUri, result.Reason), (skipped.ImageUrl, skipped.Reason));
    }

    [Fact]
    public async Task A_broken_connection_is_tried_three_times()
    {
        Assert.Equal(DownloadOutcome.Failed, (await DownloadOneAsync("img/broken.jpg")).Outcome);
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task A_slow_file_is_given_up()
    {
        var report = await DownloadAsync(Options with { Time = TimeProvider.System, Timeout = TimeSpan.FromMilliseconds(300) }, Image("img/slow.jpg"));
        Assert.Contains("longer than 0.3 s", Assert.Single(report.Problems).Reason);
    }

    [Fact]
    public async Task One_bad_file_costs_the_others_nothing()
    {
        var report = await DownloadAsync(Image("img/1.jpg"), Image("img/gone.jpg"), Image("img/2.jpg"));
        Assert.Equal([DownloadOutcome.Kept, DownloadOutcome.Failed, DownloadOutcome.Kept], report.Results.Select(result => result.Outcome));
        Assert.Equal("3 found: 2 kept, 0 already there, 0 duplicates, 0 refused, 1 failed", report.Summary);
    }
}
