using TorchSharp;

namespace Notable.Torch;

/// <summary>fastai's Adam, here by the package's ordinary operations.</summary>
public static class FusedAdam
{
    /// <summary>
    /// One step: <c>p *= 1 - lr wd; m = mom m + (1 - mom) g; v = sqr_mom v + (1 - sqr_mom) g g; p -= lr / (1 - mom^step) m /
    /// (sqrt(v / (1 - sqr_mom^step)) + eps)</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The lists differ in length, or a gradient in shape from its parameter.</exception>
    public static void Step(IReadOnlyList<torch.Tensor> parameters, IReadOnlyList<torch.Tensor> grads, IReadOnlyList<torch.Tensor> expAvg,
        IReadOnlyList<torch.Tensor> expAvgSq, long step, double lr, double mom, double sqrMom, double eps, double weightDecay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(step, 1);
        if (grads.Count != parameters.Count || expAvg.Count != parameters.Count || expAvgSq.Count != parameters.Count)
            throw new ArgumentException($"{parameters.Count} parameters, {grads.Count} gradients, {expAvg.Count} and {expAvgSq.Count} moments; expected as many of each.");
        var (rate, bias) = (lr / (1 - Math.Pow(mom, step)), 1 - Math.Pow(sqrMom, step));
        using var no_gradients = torch.no_grad();
        for (var i = 0; i < parameters.Count; i++)
        {
            using var scope = torch.NewDisposeScope();
            var (p, g, m, v) = (parameters[i], grads[i], expAvg[i], expAvgSq[i]);
            if (!p.shape.AsSpan().SequenceEqual(g.shape))
                throw new ArgumentException($"Parameter {i} has shape [{string.Join(", ", p.shape)}], its gradient [{string.Join(", ", g.shape)}]; expected the same.");
            p.mul_(1 - lr * weightDecay);
            m.mul_(mom).add_(g * (1 - mom));
            v.mul_(sqrMom).add_(g * g * (1 - sqrMom));
            p.sub_(m / (v / bias).sqrt().add(eps) * rate);
        }
    }
}
