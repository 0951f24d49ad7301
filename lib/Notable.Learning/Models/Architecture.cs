using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>A network that can be fine-tuned: how to build it, where its body ends, and how the body is split for training.</summary>
/// <param name="Name">The name that model files and <c>--arch</c> carry; torchvision's.</param>
/// <param name="Features">Channels of the body's output.</param>
/// <param name="CutAt">The first child that is not part of the body.</param>
/// <param name="SplitAt">The child of the body that opens its second, later parameter group.</param>
/// <param name="Create">Builds the network with random weights and torchvision's names.</param>
public sealed record Architecture(string Name, int Features, string CutAt, string SplitAt, Func<nn.Module<Tensor, Tensor>> Create)
{
    /// <summary>The network's children before the cut, under their own names; the rest is freed.</summary>
    internal TorchSharp.Modules.Sequential CreateBody()
    {
        var children = Create().named_children().ToList();
        var cut = children.FindIndex(child => child.name == CutAt);
        foreach (var (_, module) in children[cut..])
            module.Dispose();
        return nn.Sequential([.. children[..cut].Select(child => (child.name, (nn.Module<Tensor, Tensor>)child.module))]);
    }
}
