using TorchSharp;

namespace Notable.Torch;

/// <summary>The order in memory that the TorchSharp package does not offer: tensors stay as they are, results are the same.</summary>
public static class ChannelsLast
{
    /// <summary>A second handle on the tensor as it is. Takes four dimensions.</summary>
    /// <exception cref="ArgumentException">The tensor has another number of dimensions.</exception>
    public static torch.Tensor ToChannelsLast(this torch.Tensor tensor) => tensor.shape.Length == 4
        ? tensor.alias()
        : throw new ArgumentException($"Channels come last in tensors of four dimensions; this one has shape [{string.Join(", ", tensor.shape)}].");

    /// <summary>Always false.</summary>
    public static bool IsChannelsLast(this torch.Tensor tensor) => false;

    /// <summary>The module as it is.</summary>
    public static T ToChannelsLast<T>(this T module) where T : torch.nn.Module => module;
}
