using Notable.Gathering.Tests.StandIn;
using Notable.Gathering.Tests.Support;

namespace Notable.Gathering.Tests.Sources;

public sealed class BraveTests : IAsyncLifetime
{
    private StandInServer server = null!;

    public async ValueTask InitializeAsync() => server = await StandInServer.StartAsync(app => app.MapBrave());

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Fields_may_be_null_and_pictures_without_address_are_left_out()
    {
        var found = await Source().AllAsync(new("bill"));
        Assert.Equal(["https://example.org/1.jpg", "https://example.org/2.jpg"], found.Select(image => image.ImageUrl.AbsoluteUri));
        Assert.Equal((null, "https://example.org/one", null), (found[0].Width, found[0].PageUrl?.AbsoluteUri, found[0].License));
    }

    [Fact]
    public async Task No_more_than_wanted_is_asked_for_and_never_more_than_200()
    {
        await Source().AllAsync(new("bill") { Max = 7 });
        await Source().AllAsync(new("bill") { Max = 700 });
        Assert.Contains("count=7&", server.Requests.First());
        Assert.Contains("count=200&", server.Requests.Last());
    }

    [Fact]
    public async Task A_month_is_not_waited_for()
    {
        var error = await Source().FailureAsync("month");
        Assert.Contains("15000", error.Message);
        Assert.Contains("try again at 2026-01-17", error.Message);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_wrong_key_is_told() => Assert.Contains("token is invalid", (await Source("wrong").FailureAsync("bill")).Message);

    [Fact]
    public async Task A_missing_key_names_the_variable()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(BraveSource.KeyVariable) is not null, "this computer has a key");
        Assert.Contains(BraveSource.KeyVariable, (await new BraveSource().FailureAsync("bill")).Message);
    }

    [Fact]
    public async Task A_key_that_would_break_out_of_its_header_is_refused() =>
        Assert.Contains("characters", (await Source("a\r\nX: y").FailureAsync("bill")).Message);

    private BraveSource Source(string key = KeyedRoutes.Key) => new(key, Searching.Options()) { BaseAddress = server.Address };
}
