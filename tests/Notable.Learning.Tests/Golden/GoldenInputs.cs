using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Golden;

/// <summary>The inputs of golden group f.</summary>
internal static class GoldenInputs
{
    private static readonly Dictionary<string, (uint Seed, long[] Shape)> Formulas = new()
    {
        ["x32"] = (900, [1, 3, 32, 32]), ["x24x40"] = (901, [1, 3, 24, 40]), ["x96"] = (902, [1, 3, 96, 96]),
    };

    /// <summary>By the folder's formula where it has one; pictures of extreme values are stored.</summary>
    public static torch.Tensor Picture(string name) => Formulas.TryGetValue(name, out var formula)
        ? GoldenModel.Uniform(formula.Seed, formula.Shape, 0, 1)
        : GoldenFile.Tensors("f_augment")[name].ToTensor();
}
