using TorchSharp;
using TorchSharp.Modules;

namespace Notable.Torch;

/// <summary>Trained networks made fast at answering; they cannot be trained, stored or moved to another device afterwards.</summary>
public static class InferenceOptimization
{
    /// <summary>The type in which a device convolves fastest: bfloat16 where it has instructions for it, else float32.</summary>
    /// <param name="device">Where the network lies.</param>
    public static torch.ScalarType FastestType(torch.Device device) =>
        BFloat16.IsFastOn(device.type) ? torch.ScalarType.BFloat16 : torch.ScalarType.Float32;

    /// <summary>
    /// Switches the network to evaluation, folds each batch-norm into the convolution before it, and keeps the convolutions'
    /// weights in another element type and in the order of the processor's kernels. Their own weights, and those batch-norms',
    /// are given up, one after the other, so that memory never holds both. Convolutions take any element type and yield
    /// <paramref name="type"/>; linear layers go on in their own type and take any. Works without gradients.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="type">float32, or bfloat16 where that is fast: see <see cref="FastestType"/>.</param>
    /// <exception cref="ArgumentException">The type is no floating-point type.</exception>
    public static void OptimizeForInference(this torch.nn.Module model, torch.ScalarType type)
    {
        if (!torch.is_floating_point(type))
            throw new ArgumentException($"A network computes in floating-point numbers, not in {type}.", nameof(type));
        model.eval();
        List<torch.nn.Module> modules = [model, .. model.modules()];
        var norms = modules.OfType<IConvolutionNorms>()
            .SelectMany(module => module.ConvolutionNorms).DistinctBy(pair => pair.Convolution)
            .ToDictionary(pair => pair.Convolution, pair => pair.Norm);
        foreach (var convolution in modules.OfType<Conv2d>().Distinct())
            convolution.Fold(norms.GetValueOrDefault(convolution), type);
        foreach (var linear in modules.OfType<Linear>())
            linear.TakesAnyType = true;
    }
}
