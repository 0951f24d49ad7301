using Notable.Learning.Tests.Golden;
using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning.Tests.Augment;

/// <summary>
/// The one pass over bytes against the transforms one by one. Noise is the hardest case: where neighbors differ by the whole
/// range, the rounding of a coordinate in float32 (3e-5 of a pixel) is 3e-5 of the range, times 4.5 by the normalization, times
/// the slope of the change of light: up to 6 at values of 1e-4.
/// </summary>
public class FusedTransformsTests
{
    private const double Tolerance = 1e-3;

    private static torch.Tensor Noise(int count, int height, int width)
    {
        var bytes = new byte[count * height * width * 3];
        new SeededRandom(count, height, width).NextBytes(bytes);
        return TensorBytes.FromBytes(bytes, torch.ScalarType.Byte, [count, height, width, 3]);
    }

    private static void AssertAgrees(
        torch.Tensor pixels, Homography[] maps, Lighting[] lights, int height, int width, double tolerance = Tolerance)
    {
        using var scope = torch.NewDisposeScope();
        var images = Resampling.Apply(PixelBatch.ToFloat(pixels, torch.CPU), maps, height, width);
        var expected = Normalize.ImageNet.Apply_(LightingTransform.Apply(images, lights)).contiguous().data<float>().ToArray();
        var found = FusedAugment.Apply(pixels, FusedTransforms.Numbers(maps), FusedTransforms.Numbers(lights),
            Normalize.ImageNet.Means, Normalize.ImageNet.Deviations, height, width);
        Assert.Equal([pixels.shape[0], 3, height, width], found.shape);
        Assert.True(found.IsChannelsLast());
        GoldenFile.AssertClose(expected, found, tolerance);
    }

    public static TheoryData<string> Maps => [.. maps.Keys];

    private static readonly Dictionary<string, Homography> maps = new()
    {
        ["identity"] = Homography.Identity,
        ["flip"] = Flip.Mirrored,
        ["rotate"] = Rotate.By(33),
        ["zoom in"] = Zoom.By(3, 0.1, 0.9),
        ["out of range, mirrored five times"] = new(5.3, 0, 0.7, 0, -4.1, 3.3),
        ["far out of range"] = new(1, 0, 101.25, 0, 1, -77.5),
        ["one place"] = new(0, 0, 0.3, 0, 0, -0.4),
        ["warp"] = Warp.By(0.2, -0.2),
        ["everything"] = Warp.By(0.15, -0.1) * Flip.Mirrored * Rotate.By(6) * Zoom.By(1.07, 0.2, 0.7),
    };

    [Theory]
    [MemberData(nameof(Maps))]
    public void Every_kind_of_map_agrees(string name)
    {
        using var pixels = Noise(2, 37, 37);
        AssertAgrees(pixels, [maps[name], Homography.Identity], [Lighting.Neutral, Lighting.Neutral], 37, 37);
    }

    [Fact]
    public void A_strong_perspective_agrees()
    {
        // The horizon is near, where the division by 0.08 makes coordinates, and their rounding, ten times as large.
        using var pixels = Noise(1, 37, 37);
        AssertAgrees(pixels, [Warp.By(-0.4, 0.3)], [Lighting.Neutral], 37, 37, 10 * Tolerance);
    }

    [Theory]
    [InlineData(24, 40, 24, 40)]
    [InlineData(24, 40, 31, 21)]
    [InlineData(64, 64, 32, 32)]
    [InlineData(8, 8, 50, 70)]
    [InlineData(1, 9, 9, 9)]
    [InlineData(9, 1, 4, 5)]
    [InlineData(1, 1, 3, 3)]
    public void Every_size_agrees(int height, int width, int toHeight, int toWidth)
    {
        using var pixels = Noise(3, height, width);
        AssertAgrees(pixels, [Homography.Identity, Rotate.By(10), Warp.By(0.2, 0.1)],
            [Lighting.Neutral, Brightness.By(0.42), Lighting.Neutral], toHeight, toWidth);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 0.4)]
    [InlineData(1, -0.4)]
    [InlineData(0.8, 0)]
    [InlineData(1.25, 0.3)]
    [InlineData(0.05, 2)]
    [InlineData(20, -30)]
    public void Every_change_of_light_agrees(double scale, double shift)
    {
        using var scope = torch.NewDisposeScope();
        var pixels = Noise(2, 16, 16);
        Lighting[] lights = [new(scale, shift), Lighting.Neutral];
        var expected = LightingTransform.Apply(PixelBatch.ToFloat(pixels, torch.CPU), lights).contiguous().data<float>().ToArray();
        var found = FusedAugment.Apply(pixels, [], FusedTransforms.Numbers(lights), [0, 0, 0], [1, 1, 1], 16, 16);
        GoldenFile.AssertClose(expected, found, 2e-6 * Math.Max(1, scale));
    }

    [Fact]
    public void A_map_without_a_value_still_reads_inside_the_picture()
    {
        using var scope = torch.NewDisposeScope();
        var pixels = Noise(1, 8, 8);
        Homography[] hostile = [new(double.NaN, 0, 0, 0, double.PositiveInfinity, 0), new(1e30, 0, 0, 0, -1e30, 0), new(1, 0, 0, 0, 1, 0, 1, 0, 0)];
        foreach (var map in hostile)
            Assert.True(FusedAugment.Apply(pixels, FusedTransforms.Numbers([map]), [], [0, 0, 0], [1, 1, 1], 8, 8).isfinite().all().item<bool>());
    }

    [Fact]
    public void A_training_batch_has_the_same_draws_either_way()
    {
        using var scope = torch.NewDisposeScope();
        var resize = new RandomResizedCrop(48);
        var inference = new InferenceTransform(Imaging.DecodeOptions.Default, resize.Validation, 48, Normalize.ImageNet);
        var maker = new BatchMaker(inference, [resize], AugTransforms.Default());
        var pixels = Noise(8, 48, 48);
        var expected = maker.OneByOne(pixels, new SeededRandom(5), torch.CPU).contiguous().data<float>().ToArray();
        GoldenFile.AssertClose(expected, maker.Images(pixels, new SeededRandom(5), torch.CPU), Tolerance);
    }

    [Fact]
    public void Only_the_known_transforms_in_their_order_are_taken()
    {
        var (coordinates, lighting) = (AugTransforms.Default()[0], AugTransforms.Default()[1]);
        Assert.NotNull(FusedTransforms.Of([], Normalize.ImageNet, 64));
        Assert.NotNull(FusedTransforms.Of([lighting], Normalize.ImageNet, 64));
        Assert.NotNull(FusedTransforms.Of([coordinates, lighting], Normalize.ImageNet, 64));
        Assert.Null(FusedTransforms.Of([coordinates, coordinates], Normalize.ImageNet, 64));
        Assert.Null(FusedTransforms.Of([coordinates, lighting, new Darken()], Normalize.ImageNet, 64));
        Assert.Null(FusedTransforms.Of(AugTransforms.Default(size: 16), Normalize.ImageNet, 64));
    }

    [Fact]
    public void Validation_is_the_bytes_normalized()
    {
        using var scope = torch.NewDisposeScope();
        var inference = new InferenceTransform(Imaging.DecodeOptions.Default, new(ResizeMethod.Squish, 16, 16), 16, Normalize.ImageNet);
        var pixels = Noise(2, 16, 16);
        var expected = Normalize.ImageNet.Apply_(PixelBatch.ToFloat(pixels, torch.CPU)).contiguous().data<float>().ToArray();
        GoldenFile.AssertClose(expected, inference.Finish(pixels, torch.CPU), 1e-6);
    }

    private sealed class Darken : BatchTransform
    {
        public override int Order => 50;

        public override torch.Tensor Apply(torch.Tensor images, Random random) => images.mul_(0.5f);
    }
}
