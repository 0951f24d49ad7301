using Notable.Gathering.Tests.StandIn;
using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Sources;

public sealed class BingTests : IAsyncLifetime
{
    private readonly InstantTime time = new();
    private StandInServer server = null!;

    public async ValueTask InitializeAsync() => server = await StandInServer.StartAsync(app => app.MapBing());

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_next_page_begins_where_the_service_says()
    {
        var found = await Source().AllAsync(new("bill"));
        Assert.Equal([0, 2, 5], server.Requests.Select(request => int.Parse(request.Split("offset=")[1].Split('&')[0])));
        Assert.Equal("https://example.org/0.jpg", found[0].ImageUrl.AbsoluteUri);
        Assert.Equal("https://example.org/page/0", found[0].PageUrl!.AbsoluteUri);
    }

    [Fact]
    public async Task Without_an_endpoint_it_says_that_it_is_retired() =>
        Assert.Contains("retired on 2025-08-11", (await new BingSource(null, KeyedRoutes.Key).FailureAsync("bill")).Message);

    [Fact]
    public async Task A_wrong_key_is_told_in_the_services_words() =>
        Assert.Contains("invalid subscription key", (await Source("wrong").FailureAsync("bill")).Message);

    [Fact]
    public async Task A_used_up_quota_is_not_asked_again()
    {
        Assert.Contains("quota", (await Source().FailureAsync("quota")).Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Retry_After_is_obeyed()
    {
        Assert.NotEmpty(await Source().AllAsync(new("busy") { Max = 1 }));
        Assert.Equal([TimeSpan.FromSeconds(1)], time.Delays);
    }

    [Theory]
    [InlineData("Public", "cc0", "pdm")]
    [InlineData("ModifyCommercially", "cc0", "by-sa")]
    [InlineData("Modify", "by-nc", "by")]
    [InlineData("ShareCommercially", "by-nd")]
    [InlineData("Share", "by-nc-nd")]
    public async Task Licenses_become_the_nearest_filter(string filter, params string[] licenses)
    {
        await Source().AllAsync(new("bill") { Max = 1, Licenses = licenses });
        Assert.Contains($"license={filter}&", server.Requests.Single() + "&");
    }

    private BingSource Source(string key = KeyedRoutes.Key) => new(new Uri(server.Address, "v7.0/images/search"), key, Searching.Options(time));
}
