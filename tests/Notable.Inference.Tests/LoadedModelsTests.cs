using System.Runtime.CompilerServices;
using Notable.Learning;
using Notable.Learning.Files;
using Notable.Testing;

namespace Notable.Inference.Tests;

public sealed class LoadedModelsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Callers_at_once_share_one_model()
    {
        File.Copy(Shipped.Path, folder["model.safetensors"]);
        var loaded = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Predictor.Load(folder["model.safetensors"]))));
        Assert.Single(loaded.Distinct());
    }

    [Fact]
    public void A_file_that_was_broken_is_read_again_once_it_is_whole()
    {
        File.WriteAllText(folder["model.safetensors"], "<html>");
        Assert.Throws<WeightsFileException>(() => Predictor.Load(folder["model.safetensors"]));
        File.Copy(Shipped.Path, folder["model.safetensors"], overwrite: true);
        Assert.Equal(["usd100", "usd50"], Predictor.Load(folder["model.safetensors"]).Vocab);
    }

    [Fact]
    public void A_replaced_model_is_freed_when_nobody_holds_it()
    {
        var first = LoadAndForget();
        File.SetLastWriteTimeUtc(folder["model.safetensors"], DateTime.UtcNow.AddSeconds(9));
        var second = Predictor.Load(folder["model.safetensors"]);
        Collect();
        Assert.False(first.IsAlive);
        Assert.Equal(2, second.Vocab.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference LoadAndForget()
    {
        File.Copy(Shipped.Path, folder["model.safetensors"]);
        return new(Predictor.Load(folder["model.safetensors"]));
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }
}
