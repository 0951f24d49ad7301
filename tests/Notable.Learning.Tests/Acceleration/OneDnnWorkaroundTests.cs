using Notable.Learning.Acceleration;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Acceleration;

public class OneDnnWorkaroundTests : TensorTest
{
    private const int Amd = 0x68747541, Intel = 0x756E6547, UnifiedCache = 3;

    [Theory]
    [InlineData(Amd, 0x80000021, 0, true)]
    [InlineData(Amd, 0x80000021, UnifiedCache, false)]
    [InlineData(Amd, 0x8000001C, 0, false)]
    [InlineData(Intel, 0x80000021, 0, false)]
    public void Caches_are_hidden_if_an_amd_processor_has_the_leaf_and_it_is_empty(int vendor, uint newest, int cache, bool hidden) =>
        Assert.Equal(hidden, OneDnnWorkaround.HidesCaches((leaf, _) => unchecked((uint)leaf) switch
        {
            0 => (13, vendor, 0, 0),
            0x80000000 => (unchecked((int)newest), 0, 0, 0),
            0x8000001D => (cache, 0, 0, 0),
            _ => (0, 0, 0, 0),
        }));

    /// <summary>The layers of a ResNet, whose results a plain loop repeats at single places.</summary>
    [Theory]
    [InlineData(3, 64, 56, 7)]
    [InlineData(64, 64, 56, 3)]
    [InlineData(128, 128, 28, 3)]
    [InlineData(256, 256, 14, 3)]
    [InlineData(512, 512, 7, 3)]
    [InlineData(512, 1024, 7, 1)]
    public void A_convolution_is_the_sum_of_its_products(int channels, int features, int size, int window)
    {
        using var scope = NewDisposeScope();
        using var gradients = no_grad();
        var image = Formula(1, [2, channels, size, size], -1, 1);
        var weights = Formula(2, [features, channels, window, window], -1, 1);
        var pad = window / 2;
        var padded = nn.functional.pad(image, (pad, pad, pad, pad));
        foreach (var input in (Tensor[])[image, image.ToChannelsLast()])
        {
            var found = nn.functional.conv2d(input, weights, padding: [pad, pad]);
            foreach (var (picture, feature, y, x) in (ReadOnlySpan<(int, int, int, int)>)[(0, 0, 0, 0), (1, features - 1, size - 1, size - 1), (1, features / 2, size / 2, size / 3)])
            {
                var patch = padded[picture].narrow(1, y, window).narrow(2, x, window);
                var expected = (patch.to(float64) * weights[feature].to(float64)).sum().item<double>();
                Assert.Equal(expected, found[picture, feature, y, x].item<float>(), 1e-3);
            }
        }
    }
}
