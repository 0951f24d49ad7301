using Notable.Imaging;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group e, bit for bit: the resize rules of validation against fastai's (Pillow's) pixels.</summary>
public class Golden_e_ResizedPixels
{
    [Theory]
    [InlineData("a", 24)]
    [InlineData("b", 64)]
    [InlineData("c", 32)]
    public void Validation_pixels_are_fastais(string input, int size)
    {
        var golden = GoldenFile.Tensors("e_resize_pixels");
        if (!golden.TryGetValue(input + ".input_hwc", out var stored))
            Assert.Skip($"the compact copy of the golden numbers leaves out the large picture {input}");
        var picture = new Picture((int)stored.Shape[1], (int)stored.Shape[0], stored.Bytes!);

        Check($"rrc_valid_{size}", new RandomResizedCrop(size).Validation.Apply(picture));
        foreach (var (name, method) in Methods)
            Check($"resize_{name}_{size}", new Resize(size, method).Validation.Apply(picture));
        var crop = golden.Keys.Single(key => key.StartsWith(input + ".crop_"))[2..].Split('_');
        int[] box = [.. crop[1..5].Select(int.Parse)];
        Check(string.Join('_', crop), picture.Resize(size, size, new(box[0], box[1], box[2] - box[0], box[3] - box[1])));

        void Check(string name, Picture found) => Assert.Equal(golden[$"{input}.{name}"].Digest, GoldenTensor.DigestOf(found.Pixels));
    }

    private static readonly (string Name, ResizeMethod Method)[] Methods =
        [("crop", ResizeMethod.Crop), ("squish", ResizeMethod.Squish), ("pad_reflect", ResizeMethod.Pad), ("pad_zeros", ResizeMethod.PadBlack)];
}
