using TorchSharp;

namespace Notable.Torch;

/// <summary>Networks made fast at answering, for which the TorchSharp package has no means: they answer as before.</summary>
public static class InferenceOptimization
{
    /// <summary>Always float32.</summary>
    public static torch.ScalarType FastestType(torch.Device device) => torch.ScalarType.Float32;

    /// <summary>Switches the network to evaluation, and nothing else.</summary>
    /// <exception cref="ArgumentException">The type is no floating-point type.</exception>
    public static void OptimizeForInference(this torch.nn.Module model, torch.ScalarType type)
    {
        if (!torch.is_floating_point(type))
            throw new ArgumentException($"A network computes in floating-point numbers, not in {type}.", nameof(type));
        model.eval();
    }
}
