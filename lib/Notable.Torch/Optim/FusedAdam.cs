using Notable.Torch.Interop;
using TorchSharp;

namespace Notable.Torch;

/// <summary>fastai's Adam over a whole group of parameters in one native call and, for float tensors on the host, one pass over memory.</summary>
public static class FusedAdam
{
    /// <summary>
    /// One step: <c>p *= 1 - lr wd; m = mom m + (1 - mom) g; v = sqr_mom v + (1 - sqr_mom) g g; p -= lr / (1 - mom^step) m /
    /// (sqrt(v / (1 - sqr_mom^step)) + eps)</c>. The bias corrections use the current momentum also where it is scheduled.
    /// </summary>
    /// <param name="parameters">The parameters, which change in place.</param>
    /// <param name="grads">Their gradients, of the same shapes.</param>
    /// <param name="expAvg">m of each parameter: zeros at first, changed in place.</param>
    /// <param name="expAvgSq">v of each parameter: zeros at first, changed in place.</param>
    /// <param name="step">Which step this is, from 1.</param>
    /// <param name="lr">The learning rate.</param>
    /// <param name="mom">How long gradients are remembered, 0 to 1.</param>
    /// <param name="sqrMom">How long their squares are remembered, 0 to 1.</param>
    /// <param name="eps">Added to the root.</param>
    /// <param name="weightDecay">The part of the parameter, times the rate, taken off; 0 for biases and normalisation.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a gradient in shape from its parameter.</exception>
    public static void Step(IReadOnlyList<torch.Tensor> parameters, IReadOnlyList<torch.Tensor> grads, IReadOnlyList<torch.Tensor> expAvg,
        IReadOnlyList<torch.Tensor> expAvgSq, long step, double lr, double mom, double sqrMom, double eps, double weightDecay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (grads.Count != parameters.Count || expAvg.Count != parameters.Count || expAvgSq.Count != parameters.Count)
            throw new ArgumentException($"{parameters.Count} parameters, {grads.Count} gradients, {expAvg.Count} and {expAvgSq.Count} moments; expected as many of each.");
        using var p = torch.Handles(parameters);
        using var g = torch.Handles(grads);
        using var m = torch.Handles(expAvg);
        using var v = torch.Handles(expAvgSq);
        NativeError.Check(Native.nt_adam_step(p.Pointers, g.Pointers, m.Pointers, v.Pointers, p.Count, step, lr, mom, sqrMom, eps, weightDecay));
    }
}
