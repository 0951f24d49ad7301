using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>
/// The memory format in which convolutions run fastest: the channels of a pixel are adjacent. Shapes stay [N, channels, height, width] and
/// results are the same. PyTorch's <c>torch.channels_last</c>; here it is expressed by strides.
/// </summary>
public static class ChannelsLast
{
    /// <summary>Returns the tensor in channels-last format; the same memory if it already is.</summary>
    /// <param name="tensor">A four-dimensional tensor.</param>
    /// <exception cref="ArgumentException">The tensor is not four-dimensional.</exception>
    public static torch.Tensor ToChannelsLast(this torch.Tensor tensor)
    {
        if (tensor.dim() != 4)
            throw new ArgumentException($"Expected a four-dimensional tensor; this one has shape [{string.Join(", ", tensor.shape)}].", nameof(tensor));
        using var pixels = tensor.permute(0, 2, 3, 1);
        using var contiguous = pixels.contiguous();
        return contiguous.permute(0, 3, 1, 2);
    }

    /// <summary>Returns whether a four-dimensional tensor is in channels-last format.</summary>
    public static bool IsChannelsLast(this torch.Tensor tensor)
    {
        if (tensor.dim() != 4)
            return false;
        using var pixels = tensor.permute(0, 2, 3, 1);
        return pixels.is_contiguous();
    }

    /// <summary>Converts all four-dimensional weights of a module to channels-last in place; the parameter objects stay the same.</summary>
    public static T ToChannelsLast<T>(this T module) where T : torch.nn.Module
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var weight in module.parameters().Where(weight => weight.dim() == 4))
            weight.set_(weight.detach().ToChannelsLast());
        return module;
    }
}
