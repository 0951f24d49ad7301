using TorchSharp;

namespace Notable.Torch;

/// <summary>What lies behind a parameter.</summary>
public static class ParameterData
{
    /// <summary>
    /// Gives a parameter the memory of another tensor, and its element type, without a copy: a network to be folded for
    /// inference need not hold float32 weights first. The parameter stays the same object to its module.
    /// </summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Adopt(this torch.Tensor parameter, torch.Tensor values)
    {
        if (!parameter.shape.SequenceEqual(values.shape))
            throw new ArgumentException($"A parameter of shape {Shapes.Text(parameter.shape)} cannot hold values of shape {Shapes.Text(values.shape)}.");
        parameter.SetData(values);
    }
}
