using Notable.Torch.Interop;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Adam with decoupled weight decay; PyTorch's rule.</summary>
    public class AdamW : torch.optim.Optimizer
    {
        private readonly Options defaults;

        internal AdamW(IEnumerable<Modules.ParamGroup> groups, Options defaults)
        {
            this.defaults = defaults;
            foreach (var group in groups) add_param_group(group);
        }

        private protected override void Prepare(Modules.ParamGroup group)
        {
            var options = (Options)(group.Options ??= new Options());
            options.LearningRate ??= defaults.LearningRate;
            options.beta1 ??= defaults.beta1;
            options.beta2 ??= defaults.beta2;
            options.eps ??= defaults.eps;
            options.weight_decay ??= defaults.weight_decay;
            if (options is not { beta1: >= 0 and < 1, beta2: >= 0 and < 1, eps: >= 0, weight_decay: >= 0 })
                throw new ArgumentException($"AdamW: betas {options.beta1} and {options.beta2}, eps {options.eps}, weight decay {options.weight_decay}; "
                    + "expected betas from 0 up to 1, the others 0 or more.");
            group.State = new State(group.Members);
        }

        private protected override void Step(Modules.ParamGroup group)
        {
            var (options, state) = ((Options)group.Options!, (State)group.State!);
            using var p = torch.Handles(group.Members);
            using var m = state.ExpAvg.Handles();
            using var v = state.ExpAvgSq.Handles();
            NativeError.Check(Native.nt_adamw_step(p.Pointers, m.Pointers, v.Pointers, state.Steps, p.Count, group.LearningRate,
                options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.weight_decay!.Value));
        }

        private sealed class State(Parameter[] parameters) : IDisposable
        {
            internal Moments ExpAvg { get; } = new(parameters);

            internal Moments ExpAvgSq { get; } = new(parameters);

            internal long[] Steps { get; } = new long[parameters.Length];

            public void Dispose()
            {
                ExpAvg.Dispose();
                ExpAvgSq.Dispose();
            }
        }

        /// <summary>What AdamW is told about a group; null takes the optimizer's.</summary>
        public class Options : OptimizerOptions
        {
            /// <summary>How long gradients are remembered.</summary>
            public double? beta1;
            /// <summary>How long their squares are remembered.</summary>
            public double? beta2;
            /// <summary>Added to the root of the squares.</summary>
            public double? eps;
            /// <summary>The part of the parameter, times the rate, taken off at each step.</summary>
            public double? weight_decay;
        }

        /// <summary>Parameters under options of AdamW.</summary>
        public class ParamGroup : ParamGroup<Options>
        {
            /// <inheritdoc/>
            public ParamGroup() { }

            /// <inheritdoc/>
            public ParamGroup(IEnumerable<Parameter> parameters, Options? options = null) : base(parameters, options) { }
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam with decoupled weight decay. No decay by default, as in the TorchSharp package; PyTorch's default is 0.01.</summary>
            /// <param name="parameters">What is learned.</param>
            /// <param name="lr">The step, before scaling by the gradients' size.</param>
            /// <param name="beta1">How long gradients are remembered.</param>
            /// <param name="beta2">How long their squares are remembered.</param>
            /// <param name="eps">Added to the root of the squares.</param>
            /// <param name="weight_decay">The part of the parameter, times the rate, taken off at each step.</param>
            public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0) => AdamW([new AdamW.ParamGroup(parameters)], lr, beta1, beta2, eps, weight_decay);

            /// <summary>Adam with decoupled weight decay over groups with options of their own.</summary>
            /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, double, double, double, double)" path="/param"/>
            public static AdamW AdamW(IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999,
                double eps = 1e-8, double weight_decay = 0) =>
                new(parameters, new() { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay });
        }
    }
}
