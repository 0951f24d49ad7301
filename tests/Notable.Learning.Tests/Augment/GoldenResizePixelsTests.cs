using Notable.Imaging;

namespace Notable.Learning.Tests.Augment;

/// <summary>Bit for bit: the resize rules of validation against fastai's (Pillow's) pixels.</summary>
public class GoldenResizePixelsTests
{
    [Theory]
    [InlineData("a", 24)]
    [InlineData("b", 64)]
    [InlineData("c", 32)]
    public void Validation_pixels_are_fastais(string input, int size)
    {
        var golden = GoldenFile.Tensors("e_resize_pixels");
        var stored = golden[input + ".input_hwc"];
        var picture = new Picture((int)stored.Shape[1], (int)stored.Shape[0], stored.Data.ToArray());

        Check("rrc_valid", new RandomResizedCrop(size));
        foreach (var method in Enum.GetValues<ResizeMethod>())
        {
            var name = method == ResizeMethod.Pad ? "pad_reflect" : method.ToString().ToLowerInvariant();
            Check("resize_" + name, new Resize(size, method));
        }

        void Check(string name, ResizeTransform transform) =>
            Assert.Equal(golden[$"{input}.{name}_{size}"].Data.ToArray(), transform.Validation.Apply(picture).Pixels.ToArray());
    }
}
