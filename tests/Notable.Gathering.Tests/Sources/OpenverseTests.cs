using Notable.Gathering.Tests.StandIn;
using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Sources;

public sealed class OpenverseTests : IAsyncLifetime
{
    private readonly InstantTime time = new();
    private StandInServer server = null!;

    public async ValueTask InitializeAsync() => server = await StandInServer.StartAsync(app => app.MapOpenverse());

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Every_page_is_asked_for_until_there_are_no_more()
    {
        var found = await Source().AllAsync(new("bill") { Max = 500 });
        Assert.Equal(59, found.Count);      // one of the sixty has no usable address
        Assert.Equal([1, 2, 3], server.Requests.Select(request => int.Parse(request.Split("page=")[1].Split('&')[0])));
    }

    [Fact]
    public async Task No_page_is_asked_for_beyond_what_is_wanted()
    {
        Assert.Equal(19, (await Source().AllAsync(new("bill") { Max = 19 })).Count);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Everything_told_of_a_picture_is_kept()
    {
        var first = (await Source().AllAsync(new("bill") { Max = 1 })).Single();
        Assert.Equal($"{server.Address}img/0.jpg?sig=a%2Bb", first.ImageUrl.AbsoluteUri);
        Assert.Equal(("openverse", "bill", "Bill 0", "A. Painter", "by-sa 4.0"), (first.Provider, first.Query, first.Title, first.Creator, first.License));
        Assert.Equal("https://example.org/photo/0", first.PageUrl!.AbsoluteUri);
        Assert.Equal((640, 480), (first.Width, first.Height));
        Assert.StartsWith("\"Bill 0\" by A. Painter", first.Attribution);
    }

    [Fact]
    public async Task Nulls_are_no_obstacle()
    {
        var found = await Source().AllAsync(new("bill") { Max = 20 });
        Assert.Contains(found, image => image is { Title: null, Creator: null });
        Assert.Contains(found, image => image.Width is null);
    }

    [Fact]
    public async Task Free_licenses_are_asked_for_and_at_most_twenty_a_page()
    {
        await Source().AllAsync(new("50 dollar & bill") { Max = 1 });
        Assert.Equal("/v1/images/?q=50%20dollar%20%26%20bill&page=1&page_size=20&license=cc0%2Cpdm%2Cby%2Cby-sa", server.Requests.Single());
    }

    [Fact]
    public async Task Small_pictures_are_left_out()
    {
        Assert.Equal(59, (await Source().AllAsync(new("bill") { MinShortSide = 480, Max = 500 })).Count);
        Assert.Empty(await Source().AllAsync(new("bill") { MinShortSide = 481 }));
    }

    [Fact]
    public async Task A_token_is_asked_for_once_and_renewed_when_it_runs_out()
    {
        var source = new OpenverseSource(Searching.Options(time)) { BaseAddress = server.Address, ClientId = "id", ClientSecret = "secret" };
        await source.AllAsync(new("bill") { Max = 1 });
        await source.AllAsync(new("note") { Max = 1 });
        Assert.Equal(1, server.Requests.Count(request => request.Contains("token")));
        time.Advance(TimeSpan.FromSeconds(2));
        await source.AllAsync(new("coin") { Max = 1 });
        Assert.Equal(2, server.Requests.Count(request => request.Contains("token")));
    }

    [Fact]
    public async Task After_three_tries_the_limit_is_named()
    {
        var error = await Source().FailureAsync("busy");
        Assert.Contains("20/min (anon_burst)", error.Message);
        Assert.Contains("Request was throttled", error.Message);
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Something_that_is_no_JSON_is_told() => Assert.Contains("text/html", (await Source().FailureAsync("broken")).Message);

    [Fact]
    public async Task A_service_out_of_reach_is_told()
    {
        await server.DisposeAsync();
        Assert.Contains("Openverse: unreachable", (await Source().FailureAsync("bill")).Message);
    }

    [Fact]
    public async Task Between_two_requests_there_is_a_pause()
    {
        await Source().AllAsync(new("bill") { Max = 500 });
        Assert.Equal(2, time.Delays.Count);
        Assert.All(time.Delays, delay => Assert.Equal(TimeSpan.FromSeconds(1), delay));
    }

    [Fact]
    public async Task The_user_agent_names_the_program_and_a_contact()
    {
        await Source().AllAsync(new("bill") { Max = 1 });
        Assert.Matches(@"^Notable/\d+\.\d+ \(tests@example\.org\) \.NET/\d+\.\d+$", server.Agents.Single());
    }

    [Fact]
    public async Task The_same_search_asks_nothing_for_a_day()
    {
        using var cache = new TemporaryFolder();
        OpenverseSource Cached() => new(Searching.Options(time) with { CacheFolder = cache.Path }) { BaseAddress = server.Address };
        var first = await Cached().AllAsync(new("bill") { Max = 40 });
        Assert.Equal(first, await Cached().AllAsync(new("bill") { Max = 40 }));
        Assert.Equal(3, server.Requests.Count);
        time.Advance(TimeSpan.FromDays(1));
        await Cached().AllAsync(new("bill") { Max = 1 });
        Assert.Equal(4, server.Requests.Count);
    }

    private OpenverseSource Source() => new(Searching.Options(time)) { BaseAddress = server.Address };
}
