using Notable.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// fastai's Adam: weight decay apart from the gradient, bias correction by the momentum of the day, a step count since the
/// last <see cref="Reset"/>. Each parameter group has its learning rate.
/// </summary>
internal sealed class Adam : IDisposable
{
    public const double SquareMomentum = 0.99, Epsilon = 1e-5, WeightDecay = 0.01;

    // Decayed and other tensors of a group are stepped apart: the native step takes one decay for all it is given.
    private readonly Part[] parts;
    private long step;

    public Adam(IReadOnlyList<ParameterGroup> groups) => parts =
    [
        .. from index in Enumerable.Range(0, groups.Count)
           from decays in (bool[])[true, false]
           select new Part(index, decays ? WeightDecay : 0, [.. groups[index].Tensors.Where(t => t.Decays == decays).Select(t => t.Tensor)]),
    ];

    /// <summary>Changes every tensor that trains by its gradient, and lets the gradients go.</summary>
    /// <param name="rates">The learning rate of each group.</param>
    /// <param name="momentum">The first decay rate.</param>
    public void Step(double[] rates, double momentum)
    {
        step++;
        foreach (var part in parts)
            part.Step(rates[part.Group], momentum, step);
    }

    /// <summary>Forgets all moments and gradients, and starts to count anew.</summary>
    public void Reset()
    {
        step = 0;
        foreach (var part in parts)
            part.Reset();
    }

    public void Dispose() => Reset();

    private sealed class Part(int group, double decay, Tensor[] tensors)
    {
        private readonly Dictionary<Tensor, (Tensor Mean, Tensor Square)> moments = new(ReferenceEqualityComparer.Instance);

        public int Group => group;

        public void Step(double rate, double momentum, long step)
        {
            using var scope = NewDisposeScope();
            var trained = tensors.Where(t => t.requires_grad).Select(t => (Tensor: t, Gradient: t.grad!, Moments: MomentsOf(t))).ToList();
            if (trained.Count == 0)
                return;
            FusedAdam.Step(
                [.. trained.Select(t => t.Tensor)], [.. trained.Select(t => t.Gradient)],
                [.. trained.Select(t => t.Moments.Mean)], [.. trained.Select(t => t.Moments.Square)],
                step, rate, momentum, SquareMomentum, Epsilon, decay);
            foreach (var t in trained)
                t.Tensor.grad = null;
        }

        public void Reset()
        {
            foreach (var (tensor, (mean, square)) in moments)
            {
                mean.Dispose();
                square.Dispose();
                tensor.grad = null;
            }
            moments.Clear();
        }

        private (Tensor Mean, Tensor Square) MomentsOf(Tensor tensor)
        {
            if (!moments.TryGetValue(tensor, out var pair))
                moments[tensor] = pair = (zeros_like(tensor).DetachFromDisposeScope(), zeros_like(tensor).DetachFromDisposeScope());
            return pair;
        }
    }
}
