using Notable.Gathering.Tests.StandIn;
using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Sources;

public sealed class CommonsTests : IAsyncLifetime
{
    private readonly InstantTime time = new();
    private StandInServer server = null!;

    public async ValueTask InitializeAsync() => server = await StandInServer.StartAsync(app => app.MapCommons());

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Pages_are_put_in_order_and_continued()
    {
        var found = await Source().AllAsync(new("bill") { Licenses = [] });
        Assert.Equal(["Note 1.jpg", "Note 2.jpg", "Note 3.jpg", "Note 4.jpg", "Note 5.jpg"], found.Select(image => image.Title));
        Assert.Contains("gsroffset=3&continue=gsroffset%7C%7C", server.Requests.Last());
    }

    [Fact]
    public async Task Only_wanted_licenses_come_through()
    {
        var found = await Source().AllAsync(new("bill"));
        Assert.Equal(["CC BY-SA 4.0", "Public domain", "CC0"], found.Select(image => image.License));
    }

    [Fact]
    public async Task A_large_original_is_fetched_at_a_standard_width()
    {
        var found = (await Source().AllAsync(new("bill"))).First();
        Assert.Equal("https://upload.example.org/thumb/1.jpg", found.ImageUrl.AbsoluteUri);
        Assert.Equal((960, 480), (found.Width, found.Height));
        Assert.Contains("iiurlwidth=960", server.Requests.First());
    }

    [Fact]
    public async Task The_author_comes_without_markup()
    {
        var found = (await Source().AllAsync(new("bill"))).First();
        Assert.Equal("Jane & Co", found.Creator);
        Assert.Equal("\"Note 1.jpg\" by Jane & Co, CC BY-SA 4.0, via Wikimedia Commons", found.Attribution);
        Assert.Equal("https://commons.example.org/wiki/File:Note_1.jpg", found.PageUrl!.AbsoluteUri);
    }

    [Fact]
    public async Task No_hits_are_an_answer() => Assert.Empty(await Source().AllAsync(new("nothing")));

    [Fact]
    public async Task Busy_with_status_200_is_tried_again()
    {
        Assert.NotEmpty(await Source().AllAsync(new("busy") { Max = 1 }));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task An_error_with_status_200_is_told()
    {
        Assert.Contains("badvalue: Unrecognized value", (await Source().FailureAsync("wrong")).Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Without_a_contact_it_refuses_and_is_not_asked_again()
    {
        var source = new CommonsSource(Searching.Options(time) with { UserAgent = UserAgent.Of(null) }) { BaseAddress = server.Address };
        Assert.Contains("403", (await source.FailureAsync("bill")).Message);
        Assert.Contains(UserAgent.ContactVariable, Assert.Single(server.Agents));
    }

    [Theory]
    [InlineData("CC BY-SA 4.0", "by-sa")]
    [InlineData("CC BY 2.0", "by")]
    [InlineData("CC BY-NC-ND 3.0", "by-nc-nd")]
    [InlineData("CC0", "cc0")]
    [InlineData("Public domain", "pdm")]
    [InlineData("PD-USGov", "pdm")]
    [InlineData("GFDL", null)]
    [InlineData(null, null)]
    public void Licenses_have_a_short_form(string? name, string? expected) => Assert.Equal(expected, CommonsPage.CodeOf(name));

    private CommonsSource Source() => new(Searching.Options(time)) { BaseAddress = server.Address };
}
