using Notable.Torch.Files;
using TorchSharp;

namespace Notable.Torch.Package.Tests;

/// <summary>What stands in for the native half's own functions.</summary>
public sealed class CompositionTests : IDisposable
{
    private readonly DisposeScope scope = torch.NewDisposeScope();

    public void Dispose() => scope.Dispose();

    [Fact]
    public void Adam_by_ordinary_operations_follows_the_same_rule()
    {
        var (p, m, v) = (torch.tensor(new[] { 1.0, -2.0 }), torch.zeros(2, torch.float64), torch.zeros(2, torch.float64));
        double[] expected = [1, -2], mean = [0, 0], square = [0, 0];
        for (var step = 1; step <= 3; step++)
        {
            for (var i = 0; i < 2; i++)
            {
                var g = 0.5 * step;
                (mean[i], square[i]) = (0.9 * mean[i] + 0.1 * g, 0.99 * square[i] + 0.01 * g * g);
                expected[i] = expected[i] * (1 - 0.1 * 0.01)
                    - 0.1 / (1 - Math.Pow(0.9, step)) * mean[i] / (Math.Sqrt(square[i] / (1 - Math.Pow(0.99, step))) + 1e-5);
            }
            FusedAdam.Step([p], [torch.full([2], 0.5 * step, torch.float64)], [m], [v], step, 0.1, 0.9, 0.99, 1e-5, 0.01);
        }
        Assert.Equal(expected, p.data<double>().ToArray(), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Shapes_that_differ_are_refused() => Assert.Contains("[3]", Assert.Throws<ArgumentException>(() =>
        FusedAdam.Step([torch.zeros(2)], [torch.zeros(3)], [torch.zeros(2)], [torch.zeros(2)], 1, 0.1, 0.9, 0.99, 1e-5, 0)).Message);

    [Fact]
    public void Bytes_make_the_way_there_and_back()
    {
        var stored = new StoredTensor("x", "I16", [2, 2], new byte[] { 1, 0, 2, 0, 3, 0, 4, 1 });
        Assert.Equal(new short[] { 1, 2, 3, 260 }, StoredTensors.ToTensor(stored).data<short>().ToArray());
        Assert.Equal(stored.Data.ToArray(), StoredTensors.ToStored(StoredTensors.ToTensor(stored), "x").Data.ToArray());
        Assert.Contains("8 bytes; 3", Assert.Throws<ArgumentException>(() => TensorBytes.FromBytes(new byte[3], torch.int16, [2, 2])).Message);
    }

    [Fact]
    public void Switches_change_nothing()
    {
        var x = torch.rand(1, 6).view(1, 2, 3, 1);
        using (Autocast.BFloat16()) Assert.Equal(torch.float32, x.flatten().unsqueeze(0).matmul(x.flatten().unsqueeze(1)).dtype);
        Assert.True(x.equal(ChannelsLast.ToChannelsLast(x)));
        Assert.Throws<ArgumentException>(() => ChannelsLast.ToChannelsLast(torch.zeros(2)));
    }
}
