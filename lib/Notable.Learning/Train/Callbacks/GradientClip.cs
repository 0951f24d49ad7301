using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>Clips the global norm of the gradients: scales all of them by one factor if the norm is above a limit.</summary>
/// <param name="maxNorm">The limit, positive.</param>
/// <param name="normType">The exponent of the norm.</param>
public sealed class GradientClip(double maxNorm = 1, double normType = 2) : Callback
{
    private readonly double maxNorm = maxNorm > 0 ? maxNorm : throw new ArgumentOutOfRangeException(nameof(maxNorm), maxNorm, "the limit on gradients must be positive");

    /// <inheritdoc/>
    public override void BeforeStep(FitRun fit)
    {
        if (!fit.Batch!.IsStepSkipped)
            nn.utils.clip_grad_norm_(fit.Learner.Model.parameters().Where(tensor => tensor.requires_grad), maxNorm, normType);
    }
}
