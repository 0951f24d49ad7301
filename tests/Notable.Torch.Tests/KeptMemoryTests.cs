using TorchSharp;

namespace Notable.Torch.Tests;

/// <summary>Memory that is kept while the same work is repeated.</summary>
public class KeptMemoryTests : TensorTest
{
    private const int Large = 4 << 20;

    private static long Address(torch.Tensor tensor)
    {
        unsafe
        {
            fixed (byte* first = tensor.bytes)
                return (long)first;
        }
    }

    private static long AddressOfOne(int count)
    {
        using var tensor = torch.empty([count]);
        return Address(tensor);
    }

    [Fact]
    public void A_tensor_gets_the_memory_of_the_last_one_of_its_size()
    {
        using var kept = new KeptMemory();
        var first = AddressOfOne(Large);
        var other = torch.ones(Large / 4);
        Assert.Equal(first, AddressOfOne(Large));
        Assert.Equal(first, AddressOfOne(Large - 100_000));
        Assert.Equal(Large / 4, other.sum().item<float>());
    }

    [Fact]
    public void Tensors_outlive_it_and_what_was_there_before()
    {
        var before = torch.ones(Large);
        torch.Tensor during;
        using (new KeptMemory())
        using (new KeptMemory())
        {
            before.Dispose();
            during = torch.ones(Large);
        }
        Assert.Equal(Large, during.sum().item<float>());
    }

    [Fact]
    public async Task Threads_share_it()
    {
        using var kept = new KeptMemory();
        await Task.WhenAll(Enumerable.Range(1, 4).Select(n => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                using var scope = torch.NewDisposeScope();
                var values = torch.full([n * 50_000 + i], n, torch.float32);
                Assert.Equal(n, values.min().item<float>());
                Assert.Equal(n, values.max().item<float>());
            }
        }, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void Numbers_lie_where_vector_instructions_want_them()
    {
        using var kept = new KeptMemory();
        foreach (var count in (int[])[1, 100, 40_000, Large])
            Assert.Equal(0, AddressOfOne(count) % 64);
    }
}
