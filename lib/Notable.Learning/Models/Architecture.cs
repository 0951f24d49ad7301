using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>A network that can be fine-tuned: how to create it, where its body ends, and how the body is split into parameter groups.</summary>
/// <param name="Name">Name in model files and for <c>--arch</c>; torchvision's.</param>
/// <param name="Features">Channels of the body's output.</param>
/// <param name="CutAt">The first child that is not part of the body.</param>
/// <param name="SplitAt">The child of the body that starts its second, later parameter group.</param>
/// <param name="Create">Builds the network with random weights and torchvision's names.</param>
/// <remarks>
/// <c>Architectures.ResNet18 with { CutAt = "layer4", Features = 256 }</c> ends the body earlier, and <see cref="Head"/> replaces the head.
/// Model files only support the unchanged networks of <see cref="Architectures"/>.
/// </remarks>
public sealed record Architecture(string Name, int Features, string CutAt, string SplitAt, Func<nn.Module<Tensor, Tensor>> Create)
{
    /// <summary>
    /// Creates a custom head for a number of features and of classes, from feature maps [N, features, h, w] to logits [N, classes]; null uses
    /// fastai's.
    /// </summary>
    public Func<int, int, nn.Module<Tensor, Tensor>>? Head { get; init; }

    /// <summary>Returns the network's children before the cut, under their own names; the others are freed.</summary>
    internal TorchSharp.Modules.Sequential CreateBody()
    {
        var children = Create().named_children().ToList();
        var cut = children.FindIndex(child => child.name == CutAt);
        if (cut < 1)
            throw new ArgumentException($"the body of {Name} cannot end at '{CutAt}'; it can end at {string.Join(", ", children.Skip(1).Select(child => child.name))}");
        foreach (var (_, module) in children[cut..])
            module.Dispose();
        return nn.Sequential([.. children[..cut].Select(child => (child.name, (nn.Module<Tensor, Tensor>)child.module))]);
    }
}
