namespace Notable.Gathering.Tests.Downloading;

public sealed class HostsAreSpared : Support.Downloading
{
    [Fact]
    public async Task No_more_than_three_at_once_from_one_host()
    {
        var report = await DownloadAsync([.. Enumerable.Range(0, 20).Select(i => Image($"img/held/{i}.jpg"))]);
        Assert.Equal(20, report.Count(DownloadOutcome.Kept));
        Assert.InRange(Server.MostAtOnce, 1, 3);
    }

    [Fact]
    public async Task No_more_than_eight_at_once_in_all()
    {
        var report = await DownloadAsync([.. Enumerable.Range(0, 40).Select(i => Image($"img/held/{i}.jpg", $"127.0.0.{1 + i % 5}"))]);
        Assert.Equal(40, report.Count(DownloadOutcome.Kept));
        Assert.InRange(Server.MostAtOnce, 4, 8);
    }

    [Fact]
    public async Task The_robots_rules_hold_for_addresses_nobody_offers()
    {
        var report = await DownloadAsync([.. new[] { 1, 2, 12 }.Select(i => Image($"img/{i}.jpg") with { IsOffered = false })]);
        Assert.Equal([DownloadOutcome.Refused, DownloadOutcome.Kept, DownloadOutcome.Kept], report.Results.Select(result => result.Outcome));
        Assert.Contains("robots.txt", report.Problems.Single().Reason);
        Assert.Equal(1, Server.Requests.Count(request => request == "/robots.txt"));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /", "/a.jpg", false)]
    [InlineData("User-agent: *\nDisallow:", "/a.jpg", true)]
    [InlineData("User-agent: other\nDisallow: /", "/a.jpg", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: notable\nDisallow: /x", "/a.jpg", true)]
    [InlineData("User-agent: notable\nUser-agent: other\nDisallow: /a", "/a.jpg", false)]
    [InlineData("User-agent: *\nDisallow: /\nAllow: /pictures/", "/pictures/a.jpg", true)]
    [InlineData("User-agent: *\nDisallow: /*.jpg$", "/x/a.jpg", false)]
    [InlineData("User-agent: *\nDisallow: /*.jpg$", "/x/a.jpg?b", true)]
    [InlineData("User-agent: * # all\r\nDisallow: /a # not this\r\n", "/a.jpg", false)]
    [InlineData("<html>not found</html>", "/a.jpg", true)]
    public void The_robots_rules_are_read_as_RFC_9309_has_it(string text, string path, bool expected) =>
        Assert.Equal(expected, RobotsRules.Parse(text, UserAgent.Product).Allow(path));
}
