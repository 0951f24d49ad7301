using Notable.Learning.Files;

namespace Notable.Learning;

/// <summary>A pretrained network in a NuGet package.</summary>
/// <param name="Package">The package's name.</param>
/// <param name="Version">The required version.</param>
/// <param name="File">The network's path in the package.</param>
/// <param name="Sha256">The SHA-256 of that file: 64 lower-case hexadecimal digits.</param>
/// <param name="Convert">Converts the graph to tensors with torchvision's names.</param>
internal sealed record PackagedModel(string Package, string Version, string File, string Sha256, Func<OnnxGraph, TensorFile> Convert)
{
    /// <summary>The packaged networks by architecture.</summary>
    public static IReadOnlyDictionary<string, PackagedModel> Known { get; } = new Dictionary<string, PackagedModel>
    {
        ["resnet18"] = FromMicrosoft(OnnxResNet18.Convert),
        ["resnet20"] = FromMicrosoft(OnnxResNet18.ConvertWhole),
    };

    // MIT license; 59 MB. A package reference would pull in all of ML.NET.
    private static PackagedModel FromMicrosoft(Func<OnnxGraph, TensorFile> convert) => new("Microsoft.ML.DnnImageFeaturizer.ResNet18",
        "0.23.1", "tools/DnnImageModels/ResNet18Onnx/ResNet18.onnx", "e2552f19db2dfdb01b3669537b6a0f1b44da38d18279535492ed5dfc2ef1ff8f", convert);

    public override string ToString() => $"{Package} {Version}";
}
