using TorchSharp;

namespace Notable.Learning;

/// <summary>The architectures that come with the library.</summary>
public static class Architectures
{
    /// <summary>ResNet with 18 layers (He et al. 2015); groups of 30, 30 and, with the head, 6 tensors.</summary>
    public static Architecture ResNet18 { get; } = new("resnet18", 512, "avgpool", "layer3", () => torchvision.models.resnet18());

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Architecture> All { get; } = [ResNet18];

    /// <summary>The architecture of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static Architecture Find(string name) => All.FirstOrDefault(architecture => architecture.Name == name)
        ?? throw new ArgumentException($"there is no architecture '{name}'; there is {Names}", nameof(name));

    internal static string Names => string.Join(", ", All.Select(architecture => architecture.Name));
}
