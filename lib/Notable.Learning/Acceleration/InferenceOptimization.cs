using static TorchSharp.torch;

namespace Notable.Learning.Acceleration;

/// <summary>Makes trained networks fast at answering. They cannot be trained, stored or moved to another device afterwards.</summary>
internal static class InferenceOptimization
{
    /// <summary>
    /// Switches the network to evaluation, folds each batch norm into the convolution before it, and keeps the weights of convolutions in an
    /// element type of choice with channels last in memory.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="type">The element type in which convolutions compute: float32 or bfloat16.</param>
    public static void OptimizeForInference(this nn.Module model, ScalarType type)
    {
        model.eval();
        nn.Module[] modules = [model, .. model.modules()];
        HashSet<nn.Module> folded = [];
        foreach (var norm in modules.OfType<NormBehindConvolution>().Where(folded.Add))
        {
            norm.Fold(type);
            folded.Add(norm.Convolution);
        }
        foreach (var convolution in modules.OfType<Convolution2d>().Where(folded.Add))
            convolution.Fold(factor: null, offset: null, type);
    }
}
