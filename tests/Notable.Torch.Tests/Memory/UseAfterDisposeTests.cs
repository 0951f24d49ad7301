using TorchSharp;

namespace Notable.Torch.Tests;

public class UseAfterDisposeTests : TensorTest
{
    [Fact]
    public void A_disposed_tensor_cannot_be_used()
    {
        var tensor = torch.ones(2);
        tensor.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tensor.add(1));
        Assert.Throws<ObjectDisposedException>(() => tensor.shape);
        Assert.Throws<ObjectDisposedException>(() => tensor.add_(1));
        Assert.Throws<ObjectDisposedException>(() => tensor.item<float>());
    }

    [Fact]
    public void Nor_given_to_another_one()
    {
        var (live, gone) = (torch.ones(2), torch.ones(2));
        gone.Dispose();
        Assert.Throws<ObjectDisposedException>(() => live.add(gone));
        Assert.Throws<ObjectDisposedException>(() => torch.cat([live, gone]));
    }

    [Fact]
    public void The_message_names_the_remedy()
    {
        torch.Tensor gone;
        using (torch.NewDisposeScope()) gone = torch.ones(2);
        Assert.Contains("MoveToOuterDisposeScope", Assert.Throws<ObjectDisposedException>(() => gone.dtype).Message);
        Assert.Equal("a disposed tensor", gone.ToString());
    }

    [Fact]
    public void A_forgotten_tensor_is_freed_by_the_finalizer_and_counted()
    {
        var before = TensorMemory.Finalized;
        Forget();
        for (var i = 0; i < 20 && TensorMemory.Finalized == before; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.True(TensorMemory.Finalized > before);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Forget() => torch.ones(100_000).DetachFromDisposeScope();
}
