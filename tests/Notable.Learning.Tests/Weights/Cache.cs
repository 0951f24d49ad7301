using System.Security.Cryptography;
using Notable.Display;
using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Weights;

/// <summary>A TORCH_HOME of its own and a tiny file of weights for the architecture <c>tiny</c>.</summary>
internal sealed class Cache : IDisposable
{
    private readonly TemporaryFolder home = new();

    public Cache()
    {
        using var folder = new TemporaryFolder();
        Safetensors.Write(folder["m"], [new StoredTensor("w", "F32", [2], new byte[8])]);
        Content = File.ReadAllBytes(folder["m"]);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Content));
        Source = new("tiny-1.pth", new Uri("https://weights.example/tiny-1.pth"), sha256, MaxBytes: 10_000);
    }

    public byte[] Content { get; }

    public PretrainedSource Source { get; }

    public RecordingTarget Output { get; } = new();

    public string Folder => Path.Combine(home.Path, "hub", "checkpoints");

    public string CheckpointPath => Path.Combine(Folder, Source.FileName);

    /// <summary>Every file under TORCH_HOME.</summary>
    public string[] Files => Directory.GetFiles(home.Path, "*", SearchOption.AllDirectories);

    public void Put(byte[] content)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(CheckpointPath, content);
    }

    public async Task<TensorFile?> LoadAsync(
        StandInServer server, string architecture = "tiny", string source = "imagenet",
        TimeSpan? stall = null, CancellationTokenSource? user = null)
    {
        using var _ = DisplayTarget.Use(Output);
        return await new PretrainedWeights
        {
            Handler = server,
            Variable = name => name == "TORCH_HOME" ? home.Path : null,
            Sources = new Dictionary<string, PretrainedSource> { ["tiny"] = Source },
            StallTimeout = stall ?? TimeSpan.FromMinutes(1),
        }.LoadAsync(architecture, source, user?.Token ?? TestContext.Current.CancellationToken);
    }

    /// <summary>The message of a load that fails; nothing may be left behind.</summary>
    public async Task<string> RefusalAsync(StandInServer server, TimeSpan? stall = null)
    {
        var unavailable = await Assert.ThrowsAsync<WeightsUnavailableException>(() => LoadAsync(server, stall: stall));
        Assert.Empty(Files);
        return unavailable.Message;
    }

    public void Dispose() => home.Dispose();
}
