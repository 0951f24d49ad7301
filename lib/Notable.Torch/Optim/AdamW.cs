using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Adam with decoupled weight decay; PyTorch's rule.</summary>
    public sealed class AdamW : torch.optim.Optimizer
    {
        private readonly ParameterState expAvg = new(), expAvgSq = new();
        private readonly double beta1, beta2, eps, weightDecay;
        private readonly Dictionary<torch.Tensor, long> steps = new(ReferenceEqualityComparer.Instance);

        internal AdamW(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double weightDecay) : base(parameters, lr) =>
            (this.beta1, this.beta2, this.eps, this.weightDecay) = (beta1, beta2, eps, weightDecay);

        private protected override void Step(List<torch.Tensor> parameters, List<torch.Tensor> grads)
        {
            foreach (var parameter in parameters) steps[parameter] = steps.GetValueOrDefault(parameter) + 1;
            // Parameters that had no gradient at first are behind in their count: mostly there is one group.
            foreach (var group in Enumerable.Range(0, parameters.Count).GroupBy(i => steps[parameters[i]]))
            {
                List<torch.Tensor> chosen = [.. group.Select(i => parameters[i])];
                Notable.Torch.FusedAdam.Step(chosen, [.. group.Select(i => grads[i])], expAvg.For(chosen), expAvgSq.For(chosen),
                    group.Key, LearningRate, beta1, beta2, eps, weightDecay);
            }
        }

        /// <inheritdoc/>
        public override void Dispose()
        {
            expAvg.Dispose();
            expAvgSq.Dispose();
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam with decoupled weight decay.</summary>
            /// <param name="parameters">What is learned.</param>
            /// <param name="lr">The step, before scaling by the gradients' size.</param>
            /// <param name="beta1">How long gradients are remembered.</param>
            /// <param name="beta2">How long their squares are remembered.</param>
            /// <param name="eps">Added to the root of the squares.</param>
            /// <param name="weight_decay">The part of the parameter, times the rate, taken off at each step.</param>
            public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 1e-2) => new(parameters, lr, beta1, beta2, eps, weight_decay);
        }
    }
}
