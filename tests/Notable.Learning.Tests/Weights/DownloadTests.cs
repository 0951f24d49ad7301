using System.Net;

namespace Notable.Learning.Tests.Weights;

public sealed class DownloadTests : IDisposable
{
    private readonly Cache cache = new();

    public void Dispose() => cache.Dispose();

    [Fact]
    public async Task A_good_file_is_kept_and_not_asked_for_again()
    {
        var server = StandInServer.Sending(cache.Content);

        Assert.Equal(["w"], (await cache.LoadAsync(server))!.Tensors.Keys);
        Assert.Equal(["w"], (await cache.LoadAsync(server))!.Tensors.Keys);

        Assert.Equal([cache.Source.Address], server.Asked);
        Assert.Equal([cache.CheckpointPath], cache.Files);
        Assert.Equal(cache.Content, File.ReadAllBytes(cache.CheckpointPath));
        Assert.Contains("tiny-1.pth (MB)", cache.Output.Outputs.ToJsonString());
        Assert.DoesNotContain("stderr", cache.Output.Outputs.ToJsonString());
    }

    [Fact]
    public async Task A_file_with_another_hash_is_refused()
    {
        byte[] changed = [.. cache.Content];
        changed[^1] ^= 1;
        var message = await cache.RefusalAsync(StandInServer.Sending(changed));
        Assert.Contains($"expected {cache.Source.Sha256}", message);
    }

    [Fact]
    public async Task An_error_of_the_server_says_where_to_put_the_file()
    {
        var message = await cache.RefusalAsync(new(_ => new HttpResponseMessage(HttpStatusCode.NotFound)));
        Assert.Contains("https://weights.example/tiny-1.pth answered 404 Not Found", message);
        Assert.Contains(cache.CheckpointPath, message);
        Assert.Contains("file as weights", message);
    }

    [Fact]
    public async Task Without_a_network_too()
        => Assert.Contains("Name or service not known",
            await cache.RefusalAsync(new(_ => throw new HttpRequestException("Name or service not known"))));

    [Fact]
    public async Task A_body_that_ends_early_is_refused()
    {
        var message = await cache.RefusalAsync(new(_ =>
        {
            var content = new ByteArrayContent(cache.Content[..20]);
            content.Headers.ContentLength = cache.Content.Length;
            return StandInServer.Ok(content);
        }));
        Assert.Contains($"after 20 of {cache.Content.Length} bytes", message);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_refused_announced_or_not()
    {
        Assert.Contains("at most 10,000", await cache.RefusalAsync(StandInServer.Sending(new byte[10_001])));
        Assert.Contains("at most 10,000", await cache.RefusalAsync(
            new(_ => StandInServer.Ok(new StreamContent(new StallingStream(new byte[10_001]))))));
    }

    [Fact]
    public async Task A_server_that_falls_silent_is_given_up()
        => Assert.Contains("sent nothing for", await cache.RefusalAsync(
            new(_ => StandInServer.Ok(new StreamContent(new StallingStream(cache.Content[..20])))),
            stall: TimeSpan.FromMilliseconds(50)));

    [Fact]
    public async Task A_canceled_download_leaves_nothing()
    {
        using var user = new CancellationTokenSource();
        var body = new StallingStream(cache.Content[..20], stalls: user.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cache.LoadAsync(
            new(_ => StandInServer.Ok(new StreamContent(body))), user: user));
        Assert.Empty(cache.Files);
    }

    [Fact]
    public async Task Redirects_are_followed_as_long_as_they_stay_on_https()
    {
        var server = new StandInServer(request => request.RequestUri!.Host == "mirror.example"
            ? StandInServer.Ok(new ByteArrayContent(cache.Content))
            : Redirect("https://mirror.example/a"));
        Assert.NotNull(await cache.LoadAsync(server));
        Assert.Equal(["weights.example", "mirror.example"], server.Asked.Select(address => address.Host));
    }

    [Theory]
    [InlineData("http://weights.example/a", "http://weights.example/a is not https")]
    [InlineData("file:///etc/passwd", "is not https")]
    [InlineData("/again", "more than 5 redirects")]
    public async Task Other_redirects_are_not(string location, string reason)
    {
        var server = new StandInServer(_ => Redirect(location));
        Assert.Contains(reason, await cache.RefusalAsync(server));
        Assert.All(server.Asked, address => Assert.Equal("https", address.Scheme));
    }

    private static HttpResponseMessage Redirect(string location)
        => new(HttpStatusCode.Found) { Headers = { Location = new Uri(location, UriKind.RelativeOrAbsolute) } };
}
