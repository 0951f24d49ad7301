using Notable.Imaging;
using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>
/// Golden group k: what fastai shows its network of a file, after Normalize. Within 1e-4 a pixel: the decoders give Pillow's bytes, the
/// rest is float32; sums of 50 176 pixels within 0.5.
/// </summary>
public class Golden_k_SeenPixels
{
    internal static InferenceTransform Fastais { get; } =
        new(DecodeOptions.LikeFastai, new RandomResizedCrop(224).Validation, 224, Normalize.ImageNet);

    [Theory]
    [InlineData("rgb.png")]
    [InlineData("q75_420.jpg")]
    public void Of_a_file_the_network_sees_what_fastais_sees(string file) => Check(file, Picture.Open(GoldenFile.Picture(file), Fastais.Decode));

    [Fact]
    public void Of_pixels_the_network_sees_what_fastais_sees() => Check("rgb.png", Rgb());

    /// <summary>The pixels of rgb.png, which the copy has too.</summary>
    internal static Picture Rgb()
    {
        var pixels = GoldenFile.Tensors("e_images")["rgb.png"];
        return new((int)pixels.Shape[1], (int)pixels.Shape[0], pixels.Bytes!);
    }

    private static void Check(string file, Picture picture)
    {
        using var scope = torch.NewDisposeScope();
        var golden = GoldenFile.Tensors("k_predict");
        var seen = Fastais.Apply(picture);
        golden[file + ".batch_corner16"].AssertClose(seen.narrow(1, 0, 16).narrow(2, 0, 16), 1e-4);
        golden[file + ".batch_sum_per_channel"].AssertClose(seen.sum([1, 2]), 0.5);
    }
}
