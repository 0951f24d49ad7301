using TorchSharp;

namespace Notable.Torch.Tests;

/// <summary>What tests of tensors share. That they leave none behind is <see cref="LeakFreeAttribute"/>'s care.</summary>
public abstract class TensorTest
{
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
