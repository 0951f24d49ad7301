using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Weights;

public sealed class SourceTests : IDisposable
{
    private readonly Cache cache = new();
    private readonly StandInServer noServer = new(_ => throw new InvalidOperationException("nothing is to be downloaded"));

    public void Dispose() => cache.Dispose();

    [Fact]
    public async Task None_is_no_weights() => Assert.Null(await cache.LoadAsync(noServer, source: "none"));

    [Fact]
    public async Task A_file_is_read_whatever_the_architecture()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["m.safetensors"], cache.Content);
        Assert.Equal(["w"], (await cache.LoadAsync(noServer, "other", folder["m.safetensors"]))!.Tensors.Keys);
    }

    [Fact]
    public async Task A_missing_file_says_what_is_accepted()
    {
        var missing = await Assert.ThrowsAsync<WeightsUnavailableException>(() => cache.LoadAsync(noServer, source: "imagnet"));
        Assert.Contains("no weights file 'imagnet'", missing.Message);
        Assert.Contains("a .safetensors or .pth file, or one of the words imagenet and none", missing.Message);
    }

    [Fact]
    public async Task An_architecture_without_known_weights_says_which_have_some()
    {
        var unknown = await Assert.ThrowsAsync<WeightsUnavailableException>(() => cache.LoadAsync(noServer, "vgg16"));
        Assert.Contains("'vgg16', only for tiny", unknown.Message);
        Assert.EndsWith("or none for random ones", unknown.Message);
    }

    [Fact]
    public async Task A_file_already_there_is_used_and_another_hash_is_told_once()
    {
        using var folder = new TemporaryFolder();
        Safetensors.Write(folder["m"], [new StoredTensor("mine", "U8", [1], new byte[1])]);
        cache.Put(File.ReadAllBytes(folder["m"]));

        Assert.Equal(["mine"], (await cache.LoadAsync(noServer))!.Tensors.Keys);

        var told = Assert.Single(cache.Output.Outputs)!;
        Assert.Equal("stderr", told["name"]!.GetValue<string>());
        Assert.Contains($"{cache.CheckpointPath} is not torchvision's file", told["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_broken_file_already_there_is_named()
    {
        cache.Put("<html>login</html>"u8.ToArray());
        var broken = await Assert.ThrowsAsync<WeightsFileException>(() => cache.LoadAsync(noServer));
        Assert.Contains($"{cache.CheckpointPath}: found a web page", broken.Message);
        Assert.Contains("Delete it to download the original", cache.Output.Outputs.ToJsonString());
    }

    [Fact]
    public void The_known_files_end_with_the_first_digits_of_their_hash_and_come_from_torchvision()
        => Assert.All(PretrainedSource.Known.Values, source =>
        {
            Assert.Contains(source.Sha256.Length, (int[])[8, 64]);
            Assert.True(source.Holds(source.Sha256.PadRight(64, '0')));
            Assert.False(source.Holds($"e{source.Sha256[1..]}".PadRight(64, '0')));
            Assert.False((source with { Sha256 = "" }).Holds(source.Sha256.PadRight(64, '0')));
            Assert.EndsWith($"-{source.Sha256[..8]}.pth", source.FileName);
            Assert.Equal($"https://download.pytorch.org/models/{source.FileName}", source.Address.AbsoluteUri);
        });
}
