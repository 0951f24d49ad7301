namespace Notable.Learning;

/// <summary>The built-in architectures.</summary>
public static class Architectures
{
    /// <summary>ResNet with 18 layers (He et al. 2015); parameter groups of 30, 30 and, with the head, 6 tensors.</summary>
    public static Architecture ResNet18 { get; } = new("resnet18", 512, "avgpool", "layer3", () => ResNet.Create([2, 2, 2, 2]));

    /// <summary>
    /// ResNet18 with a third block in the last stage, as in the ImageNet weights of the NuGet package
    /// Microsoft.ML.DnnImageFeaturizer.ResNet18 (MIT license). torchvision has no such network.
    /// </summary>
    public static Architecture ResNet20 { get; } = new("resnet20", 512, "avgpool", "layer3", () => ResNet.Create([2, 2, 2, 3]));

    /// <summary>ResNet with 34 layers: more accurate than 18, twice the computation.</summary>
    public static Architecture ResNet34 { get; } = new("resnet34", 512, "avgpool", "layer3", () => ResNet.Create([3, 4, 6, 3]));

    /// <summary>
    /// ResNet with 50 layers and bottlenecks: 25.6 million parameters with ImageNet's classes, four times as many output channels.
    /// </summary>
    public static Architecture ResNet50 { get; } = new("resnet50", 2048, "avgpool", "layer3", () => ResNet.Create([3, 4, 6, 3], isDeep: true));

    /// <summary>MobileNetV2 (Sandler et al. 2018): 3.5 million parameters, a sixth of ResNet18's computation.</summary>
    public static Architecture MobileNetV2 { get; } = new("mobilenet_v2", 1280, "classifier", "features.7", () => new MobileNetV2());

    /// <summary>SqueezeNet 1.1 (Iandola et al. 2016): 1.2 million parameters, no batch-norm, the smallest file. Split as fastai splits it.</summary>
    public static Architecture SqueezeNet11 { get; } = new("squeezenet1_1", 512, "classifier", "features.6", () => new SqueezeNet());

    /// <summary>All built-in architectures.</summary>
    public static IReadOnlyList<Architecture> All { get; } = [ResNet18, ResNet20, ResNet34, ResNet50, MobileNetV2, SqueezeNet11];

    /// <summary>Returns the architecture of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists the available ones.</exception>
    public static Architecture Find(string name) => All.FirstOrDefault(architecture => architecture.Name == name)
        ?? throw new ArgumentException($"there is no architecture '{name}'; available are {Names}", nameof(name));

    internal static string Names => string.Join(", ", All.Select(architecture => architecture.Name));
}
