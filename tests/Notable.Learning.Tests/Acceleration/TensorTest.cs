using System.Text.Json;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Acceleration;

/// <summary>What tests of tensors share: each runs in a dispose scope of its own.</summary>
public abstract class TensorTest : IDisposable
{
    private readonly DisposeScope scope = torch.NewDisposeScope();

    public void Dispose()
    {
        scope.Dispose();
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

    /// <summary>Equal but for a part of the largest value.</summary>
    protected static void AssertNear(torch.Tensor expected, torch.Tensor found, double tolerance) =>
        AssertClose([.. expected.flatten().data<float>().ToArray().Select(v => (double)v)], found, tolerance * expected.abs().max().ToDouble());

    protected static JsonElement Golden(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Shared("golden", file)));
        return document.RootElement.Clone();
    }
}
