using Notable.Torch.Interop;
using TorchSharp;

namespace Notable.Torch;

/// <summary>
/// The memory order in which convolutions run fastest: a pixel's channels side by side. Shapes stay [N, channels, height, width]
/// and results are the same; only the order in memory differs.
/// </summary>
public static class ChannelsLast
{
    // libtorch's number of that memory format.
    private const int Format = 2;

    /// <summary>The tensor with its channels last in memory; the same memory where they are already. Takes four dimensions.</summary>
    /// <exception cref="ArgumentException">The tensor has another number of dimensions.</exception>
    public static torch.Tensor ToChannelsLast(this torch.Tensor tensor) => tensor.dim() == 4
        ? torch.Tensor.Of(Native.nt_contiguous(tensor.Handle, Format))
        : throw new ArgumentException($"Channels come last in tensors of four dimensions; this one has shape {Shapes.Text(tensor.shape)}.");

    /// <summary>Whether the tensor's channels are last in memory.</summary>
    public static bool IsChannelsLast(this torch.Tensor tensor) => tensor.dim() == 4 && Native.nt_is_contiguous(tensor.Handle, Format);

    /// <summary>Brings all weights of four dimensions to that order, in place: the parameters stay the same objects.</summary>
    public static T ToChannelsLast<T>(this T module) where T : torch.nn.Module
    {
        using var no_gradients = torch.no_grad();
        foreach (var weight in module.parameters())
        {
            if (weight.dim() != 4) continue;
            using var data = weight.detach();
            using var reordered = data.ToChannelsLast();
            weight.SetData(reordered);
        }
        return module;
    }
}
