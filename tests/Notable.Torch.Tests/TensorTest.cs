using TorchSharp;

namespace Notable.Torch.Tests;

/// <summary>A test inside a dispose scope, after which no tensor may be left.</summary>
public abstract class TensorTest : IDisposable
{
    private readonly long before = TensorMemory.Live;
    private readonly DisposeScope scope = torch.NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
        Assert.Equal(before, TensorMemory.Live);
        GC.SuppressFinalize(this);
    }

    /// <summary>The golden folder's formula as a tensor.</summary>
    protected static torch.Tensor Formula(uint seed, long[] shape, double lo, double hi) =>
        torch.tensor(Testing.Formula.Uniform(seed, (int)shape.Aggregate(1L, (a, b) => a * b), lo, hi), shape);

    protected static void AssertClose(IReadOnlyList<double> expected, torch.Tensor actual, double tolerance)
    {
        var values = actual.to(torch.float64).flatten().data<double>().ToArray();
        Assert.Equal(expected.Count, values.Length);
        for (var i = 0; i < values.Length; i++)
            Assert.True(Math.Abs(expected[i] - values[i]) <= tolerance, $"element {i}: expected {expected[i]}, found {values[i]}");
    }
}
