using System.Net;

namespace Notable.AppHost.Tests;

public class SeatsAreShared
{
    private static async Task<HttpStatusCode> ComeAsync(TestApp app, string address)
    {
        using var response = await app.GetAsync("", ("X-Forwarded-For", address));
        return response.StatusCode;
    }

    [Fact]
    public async Task An_address_has_so_many_and_others_still_come()
    {
        await using var app = await TestApp.StartAsync(options => options with { VisitorsPerAddress = 2 }, "var text = new Text(); text");
        await using var first = await app.OpenPageAsync();
        await using var second = await app.OpenPageAsync();
        await first.StatesAsync();
        await second.StatesAsync();

        using var refused = await app.GetAsync("");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, await ComeAsync(app, "203.0.113.9"));
        Assert.Contains(app.Log.Entries, entry => entry.Text.Contains("A visitor from 127.0.0.1 was refused"));
    }

    [Fact]
    public async Task A_page_that_never_connected_gives_way_to_a_new_one_of_its_address()
    {
        await using var app = await TestApp.StartAsync(options => options with { VisitorsPerAddress = 2 }, "1");
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, await ComeAsync(app, "203.0.113.9"));
        Assert.Equal(2, app.Server.Visitors);
    }

    [Fact]
    public async Task Where_all_are_taken_the_address_with_the_most_gives_way_and_not_the_page_in_use()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxVisitors = 4 }, "var text = new Text(); text");
        await using var page = await app.OpenPageAsync();
        await page.UpdateAsync(await page.ModelAsync("TextModel"), "value", "in use");
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, await ComeAsync(app, "203.0.113.9"));

        Assert.Equal(HttpStatusCode.OK, await ComeAsync(app, "203.0.113.10"));

        Assert.Equal(4, app.Server.Visitors);
        Assert.NotEmpty(await page.StatesAsync());
        Assert.Contains("notable_evictions_total", await app.Client.GetStringAsync("metrics", TestApp.Canceled));
    }

    [Fact]
    public async Task Nobody_loses_a_page_to_one_who_has_as_many()
    {
        await using var app = await TestApp.StartAsync(options => options with { MaxVisitors = 2 }, "1");
        Assert.Equal(HttpStatusCode.OK, await ComeAsync(app, "203.0.113.1"));
        Assert.Equal(HttpStatusCode.OK, await ComeAsync(app, "203.0.113.2"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ComeAsync(app, "203.0.113.3"));
    }
}
