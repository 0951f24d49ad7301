using Notable.Torch.Interop;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, with momentum where wanted; PyTorch's rule.</summary>
    public sealed class SGD : torch.optim.Optimizer
    {
        private readonly ParameterState momenta = new();
        private readonly HashSet<torch.Tensor> started = new(ReferenceEqualityComparer.Instance);
        private readonly double momentum, dampening, weightDecay;
        private readonly bool nesterov, maximize;

        internal SGD(IEnumerable<Parameter> parameters, double lr, double momentum, double dampening, double weightDecay, bool nesterov, bool maximize)
            : base(parameters, lr) =>
            (this.momentum, this.dampening, this.weightDecay, this.nesterov, this.maximize) = (momentum, dampening, weightDecay, nesterov, maximize);

        private protected override void Step(List<torch.Tensor> parameters, List<torch.Tensor> grads)
        {
            // The first gradient of a parameter becomes its momentum undamped.
            foreach (var group in Enumerable.Range(0, parameters.Count).ToLookup(i => !started.Contains(parameters[i])))
                Step([.. group.Select(i => parameters[i])], [.. group.Select(i => grads[i])], group.Key);
        }

        private void Step(List<torch.Tensor> parameters, List<torch.Tensor> grads, bool first)
        {
            using var p = torch.Handles(parameters);
            using var g = torch.Handles(grads);
            using var m = torch.Handles(momentum == 0 ? [] : momenta.For(parameters));
            NativeError.Check(Native.nt_sgd_step(p.Pointers, g.Pointers, m.Pointers, p.Count, first, LearningRate, momentum, dampening,
                weightDecay, nesterov, maximize));
            if (first) started.UnionWith(parameters);
        }

        /// <inheritdoc/>
        public override void Dispose() => momenta.Dispose();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Stochastic gradient descent.</summary>
            /// <param name="parameters">What is learned.</param>
            /// <param name="learningRate">The step along the gradient.</param>
            /// <param name="momentum">The part of the last step that is kept.</param>
            /// <param name="dampening">The part of the gradient that is left out of the momentum.</param>
            /// <param name="weight_decay">The part of the parameter added to its gradient.</param>
            /// <param name="nesterov">Whether the momentum is applied ahead.</param>
            /// <param name="maximize">Whether to climb instead.</param>
            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}
