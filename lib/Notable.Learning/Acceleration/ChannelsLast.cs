using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>
/// The memory order in which convolutions run fastest: the channels of a pixel side by side. Shapes stay [N, channels, height, width] and
/// results are the same. PyTorch calls it <c>torch.channels_last</c>; here it is expressed by strides.
/// </summary>
public static class ChannelsLast
{
    /// <summary>Returns the tensor with its channels last in memory; the same memory if they are already.</summary>
    /// <param name="tensor">A tensor of four dimensions.</param>
    /// <exception cref="ArgumentException">The tensor has another number of dimensions.</exception>
    public static torch.Tensor ToChannelsLast(this torch.Tensor tensor)
    {
        if (tensor.dim() != 4)
            throw new ArgumentException($"Channels come last in tensors of four dimensions; this one has shape [{string.Join(", ", tensor.shape)}].", nameof(tensor));
        using var pixels = tensor.permute(0, 2, 3, 1);
        using var contiguous = pixels.contiguous();
        return contiguous.permute(0, 3, 1, 2);
    }

    /// <summary>Whether the channels of a tensor of four dimensions are last in memory.</summary>
    public static bool IsChannelsLast(this torch.Tensor tensor)
    {
        if (tensor.dim() != 4)
            return false;
        using var pixels = tensor.permute(0, 2, 3, 1);
        return pixels.is_contiguous();
    }

    /// <summary>Brings all weights of four dimensions to that order, in place: the parameters stay the same objects.</summary>
    public static T ToChannelsLast<T>(this T module) where T : torch.nn.Module
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var weight in module.parameters().Where(weight => weight.dim() == 4))
            weight.set_(weight.detach().ToChannelsLast());
        return module;
    }
}
