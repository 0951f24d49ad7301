using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>Golden group f: light and color at fixed parameters. Within 2e-6 of fastai's float32 values; the training chain after Normalize within 1e-4.</summary>
public class Golden_f_Lighting
{
    private static readonly Dictionary<string, (string Input, Lighting Change)> cases = new()
    {
        ["brightness_0.4"] = ("x32", Brightness.By(0.4)),
        ["brightness_0.6"] = ("x32", Brightness.By(0.6)),
        ["contrast_0.8"] = ("x32", Contrast.By(0.8)),
        ["contrast_1.25"] = ("x32", Contrast.By(1.25)),
        ["brightness_0.57_then_contrast_1.1"] = ("x32", Brightness.By(0.57).Then(Contrast.By(1.1))),
        ["extremes_brightness_0.6"] = ("extremes_in", Brightness.By(0.6)),
        ["extremes_contrast_0.8"] = ("extremes_in", Contrast.By(0.8)),
    };

    public static TheoryData<string> Names => [.. cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pixels_are_fastais(string name)
    {
        using var scope = torch.NewDisposeScope();
        var golden = GoldenFile.Tensors("f_augment");
        var (input, change) = cases[name];
        golden[name].AssertClose(LightingTransform.Apply(GoldenInputs.Picture(input), [change]), 2e-6);
    }

    [Fact]
    public void Saturation_is_fastais()
    {
        using var scope = torch.NewDisposeScope();
        GoldenFile.Tensors("f_augment")["saturation_0.8"].AssertClose(Saturation.By(GoldenInputs.Picture("x32"), [0.8f]), 2e-6);
    }

    [Fact]
    public void The_whole_training_chain_is_fastais()
    {
        using var scope = torch.NewDisposeScope();
        var golden = GoldenFile.Tensors("f_augment");
        var map = Warp.By(0.15, -0.1) * Flip.Mirrored * Rotate.By(6) * Zoom.By(1.07, 0.2, 0.7);
        var moved = Resampling.Apply(GoldenInputs.Picture("x32"), [map], 32, 32);
        var lit = LightingTransform.Apply(moved, [Brightness.By(0.57).Then(Contrast.By(1.1))]);
        golden["full_train_chain"].AssertClose(Normalize.ImageNet.Apply_(lit), 1e-4);
    }
}
