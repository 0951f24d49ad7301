using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group g: fastai's Normalize by ImageNet's statistics. Tolerance 1e-6.</summary>
public class Golden_g_Normalize
{
    [Fact]
    public void Values_are_fastais()
    {
        using var scope = torch.NewDisposeScope();
        float[] expected = [.. GoldenFile.Json("g_normalize").GetProperty("output").Doubles().Select(value => (float)value)];
        var images = torch.tensor(Formula.Uniform(950, 96, 0, 1)).view(2, 3, 4, 4);
        GoldenFile.AssertClose(expected, Normalize.ImageNet.Apply_(images).flatten(), 1e-6);
    }
}
