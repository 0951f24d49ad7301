namespace Notable.AppHost.Tests;

public class PagesAreLocked
{
    [Theory]
    [InlineData("")]
    [InlineData("healthz")]
    [InlineData("nowhere")]
    public async Task Every_answer_carries_the_content_security_policy(string path)
    {
        await using var app = await TestApp.StartAsync("1");
        using var response = await app.Client.GetAsync(path, TestApp.Canceled);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self';", policy);
        Assert.DoesNotContain("unsafe-eval", policy);
        Assert.DoesNotContain("http", policy);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task The_page_has_no_script_of_its_own()
    {
        await using var app = await TestApp.StartAsync("# hello", "1");
        var html = await app.Client.GetStringAsync("", TestApp.Canceled);
        Assert.Single(html.Split("<script")[1..], script => script.StartsWith(" type=\"module\" src=\"static/", StringComparison.Ordinal));
        Assert.Single(html.Split("<script")[1..]);
        Assert.DoesNotContain(" onclick", html);
    }

    [Fact]
    public async Task The_page_is_never_stored()
    {
        await using var app = await TestApp.StartAsync("1");
        using var response = await app.Client.GetAsync("", TestApp.Canceled);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
