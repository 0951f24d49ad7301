using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Acceleration;

/// <summary>
/// fastai's Adam over many tensors in one call: PyTorch's fused AdamW, which TorchSharp can only reach through TorchScript. The rule is the
/// same: decoupled weight decay, both moments bias-corrected, epsilon outside the root.
/// </summary>
internal static class FusedAdam
{
    // Numbers, not tensors: TorchScript passes them to the operation unchanged.
    internal const string Script = """
        def adam_step(params: List[Tensor], grads: List[Tensor], exp_avgs: List[Tensor], exp_avg_sqs: List[Tensor], steps: List[Tensor], lr: float, beta1: float, beta2: float, weight_decay: float, eps: float):
            torch._fused_adamw_(params, grads, exp_avgs, exp_avg_sqs, [], steps, lr=lr, beta1=beta1, beta2=beta2, weight_decay=weight_decay, eps=eps, amsgrad=False, maximize=False)
            return steps[0]

        """;

    private static readonly Lazy<jit.CompilationUnit> Compiled = new(() => jit.compile(Script));

    /// <summary>
    /// Takes one step: <c>p *= 1 - lr wd; m = mom m + (1 - mom) g; v = sqr_mom v + (1 - sqr_mom) g g;
    /// p -= lr / (1 - mom^step) m / (sqrt(v / (1 - sqr_mom^step)) + eps)</c>.
    /// </summary>
    /// <param name="parameters">The parameters, changed in place.</param>
    /// <param name="grads">Their gradients, of the same shapes.</param>
    /// <param name="expAvg">First moments, changed in place.</param>
    /// <param name="expAvgSq">Second moments, changed in place.</param>
    /// <param name="step">The number of this step, from 1.</param>
    /// <param name="lr">Learning rate.</param>
    /// <param name="mom">Decay rate of the first moment.</param>
    /// <param name="sqrMom">Decay rate of the second moment.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weightDecay">Decay of the parameters.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a gradient's shape differs from its parameter's.</exception>
    public static void Step(Tensor[] parameters, Tensor[] grads, Tensor[] expAvg, Tensor[] expAvgSq,
        long step, double lr, double mom, double sqrMom, double eps, double weightDecay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (grads.Length != parameters.Length || expAvg.Length != parameters.Length || expAvgSq.Length != parameters.Length)
            throw new ArgumentException($"{parameters.Length} parameters, {grads.Length} gradients, {expAvg.Length} and {expAvgSq.Length} moments; expected equal numbers.");
        if (parameters.Length == 0)
            return;
        for (var i = 0; i < parameters.Length; i++)
            if (!parameters[i].shape.AsSpan().SequenceEqual(grads[i].shape))
                throw new ArgumentException($"Parameter {i} has shape [{string.Join(", ", parameters[i].shape)}], its gradient [{string.Join(", ", grads[i].shape)}]; expected the same.");
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        // The operation walks all tensors in memory order. libtorch gives a gradient its parameter's order; callbacks may not.
        for (var i = 0; i < parameters.Length; i++)
            if (!parameters[i].stride().AsSpan().SequenceEqual(grads[i].stride()))
                grads[i] = empty_like(parameters[i]).copy_(grads[i]);
        // The operation only reads the count, so all parameters share one tensor.
        var count = tensor((float)step, device: parameters[0].device);
        using Scalar rate = lr, first = mom, second = sqrMom, decay = weightDecay, epsilon = eps;
        Compiled.Value.invoke("adam_step", parameters, grads, expAvg, expAvgSq, Enumerable.Repeat(count, parameters.Length).ToArray(),
            rate, first, second, decay, epsilon);
    }
}
