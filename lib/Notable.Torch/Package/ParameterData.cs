using TorchSharp;

namespace Notable.Torch;

/// <summary>What lies behind a parameter.</summary>
public static class ParameterData
{
    /// <summary>Copies the values, for the package cannot hand over memory: the parameter keeps its element type.</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static void Adopt(this torch.Tensor parameter, torch.Tensor values)
    {
        if (!parameter.shape.AsSpan().SequenceEqual(values.shape))
            throw new ArgumentException($"A parameter of shape [{string.Join(", ", parameter.shape)}] cannot hold values of shape [{string.Join(", ", values.shape)}].");
        using var no_gradients = torch.no_grad();
        parameter.copy_(values);
    }
}
