using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Tests.Acceleration;

/// <summary>Counts what TorchSharp counts.</summary>
internal static class LiveTensors
{
    /// <summary>Tensors of this process that are not disposed. What earlier tests have left to the garbage collector goes first.</summary>
    public static long Count()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }

    /// <summary>
    /// How many tensors too many TorchSharp counts after a ResNet18 with two classes was made and disposed: making a parameter leaves an empty
    /// object that is never taken off the count.
    /// </summary>
    public static long MiscountOfOneNetwork()
    {
        var before = Count();
        new VisionModel(Architectures.ResNet18, 2).Dispose();
        return Count() - before;
    }

    /// <summary>A module's tensors in PyTorch's order: its own parameters, its own buffers, then its children's. TorchSharp lists all parameters first.</summary>
    public static IEnumerable<KeyValuePair<string, Tensor>> InPyTorchsOrder(this nn.Module module, string prefix = "")
    {
        foreach (var (name, parameter) in module.named_parameters(false))
            yield return new(prefix + name, parameter);
        foreach (var (name, buffer) in module.named_buffers(false))
            yield return new(prefix + name, buffer);
        foreach (var (name, child) in module.named_children())
            foreach (var entry in child.InPyTorchsOrder($"{prefix}{name}."))
                yield return entry;
    }
}
