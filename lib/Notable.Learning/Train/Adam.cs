using Notable.Learning.Acceleration;
using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning;

/// <summary>
/// fastai's Adam: decoupled weight decay, bias correction with the current momentum, and a step count that restarts at
/// <see cref="Reset"/>. Each parameter group has its own learning rate.
/// </summary>
internal sealed class Adam : IDisposable
{
    public const double SquareMomentum = 0.99, Epsilon = 1e-5, WeightDecay = 0.01;

    // Decayed and other tensors of a group are stepped separately: the native step takes one decay for all tensors passed.
    private readonly DecayGroup[] parts;
    private long step;

    public Adam(IReadOnlyList<ParameterGroup> groups) => parts =
    [
        .. from index in Enumerable.Range(0, groups.Count)
           from decays in (bool[])[true, false]
           select new DecayGroup(index, decays ? WeightDecay : 0, [.. groups[index].Tensors.Where(t => t.Decays == decays).Select(t => t.Tensor)]),
    ];

    /// <summary>Updates every trainable tensor with its gradient and clears the gradients.</summary>
    /// <param name="rates">The learning rate of each group.</param>
    /// <param name="momentum">The first decay rate.</param>
    public void Step(double[] rates, double momentum)
    {
        step++;
        foreach (var part in parts)
            part.Step(rates[part.Group], momentum, step);
    }

    /// <summary>Clears all moments and gradients and restarts the step count. Call it after changing which tensors train.</summary>
    public void Reset()
    {
        step = 0;
        foreach (var part in parts)
            part.Reset();
    }

    public void Dispose() => Reset();

    private sealed class DecayGroup(int group, double decay, Tensor[] tensors)
    {
        // The trainable tensors and their moments; null until the first step after a reset. The set cannot change in between.
        private Tensor[]? trained;
        private Tensor[] means = [], squares = [];

        public int Group => group;

        public void Step(double rate, double momentum, long step)
        {
            if (trained is null)
                Start();
            if (trained is not { Length: > 0 })
                return;
            using var scope = NewDisposeScope();
            FusedAdam.Step(trained, Array.ConvertAll(trained, tensor => tensor.grad!), means, squares,
                step, rate, momentum, SquareMomentum, Epsilon, decay);
            foreach (var tensor in trained)
                tensor.grad = null;
        }

        public void Reset()
        {
            foreach (var moment in means.Concat(squares))
                moment.Dispose();
            foreach (var tensor in trained ?? [])
                tensor.grad = null;
            (trained, means, squares) = (null, [], []);
        }

        private void Start()
        {
            trained = [.. tensors.Where(tensor => tensor.requires_grad)];
            (means, squares) = (Zeros(trained), Zeros(trained));
        }

        private static Tensor[] Zeros(Tensor[] like) => Array.ConvertAll(like, tensor => zeros_like(tensor).DetachFromDisposeScope());
    }
}
