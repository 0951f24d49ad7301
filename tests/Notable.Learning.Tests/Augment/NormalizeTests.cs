using Notable.Learning.Tests.Golden;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Augment;

public class NormalizeTests
{
    [Fact]
    public void Decode_is_the_way_back()
    {
        using var scope = torch.NewDisposeScope();
        var values = Formula.Uniform(951, 96, 0, 1);
        var images = torch.tensor(values).view(2, 3, 4, 4);
        GoldenFile.AssertClose(values, Normalize.ImageNet.Decode(Normalize.ImageNet.Apply_(images)), 1e-6);
    }

    [Fact]
    public void A_deviation_of_0_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Normalize([0, 0, 0], [1, 0, 1]));
}
