using Notable.Torch.Interop;
using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, with momentum where wanted; PyTorch's rule.</summary>
    public class SGD : torch.optim.Optimizer
    {
        private readonly Options defaults;

        internal SGD(IEnumerable<Modules.ParamGroup> groups, Options defaults)
        {
            if (defaults.nesterov == true && (defaults.momentum <= 0 || defaults.dampening != 0))
                throw new ArgumentException($"Nesterov's step takes momentum and no dampening; momentum {defaults.momentum} and dampening {defaults.dampening} were given.");
            this.defaults = defaults;
            foreach (var group in groups) add_param_group(group);
        }

        private protected override void Prepare(Modules.ParamGroup group)
        {
            var options = (Options)(group.Options ??= new Options());
            options.LearningRate ??= defaults.LearningRate;
            options.momentum ??= defaults.momentum;
            options.dampening ??= defaults.dampening;
            options.weight_decay ??= defaults.weight_decay;
            options.nesterov ??= defaults.nesterov;
            options.maximize ??= defaults.maximize;
            group.State = new State(group.Members);
        }

        private protected override void Step(Modules.ParamGroup group)
        {
            var (options, state) = ((Options)group.Options!, (State)group.State!);
            using var p = torch.Handles(group.Members);
            using var buffers = options.momentum == 0 ? HandleList.Absent(p.Count) : state.Momenta.Handles();
            NativeError.Check(Native.nt_sgd_step(p.Pointers, buffers.Pointers, state.Started, p.Count, group.LearningRate, options.momentum!.Value,
                options.dampening!.Value, options.weight_decay!.Value, options.nesterov!.Value, options.maximize!.Value));
        }

        private sealed class State(Parameter[] parameters) : IDisposable
        {
            internal Moments Momenta { get; } = new(parameters);

            internal Flag[] Started { get; } = new Flag[parameters.Length];

            public void Dispose() => Momenta.Dispose();
        }

        /// <summary>What SGD is told about a group; null takes the optimizer's.</summary>
        public class Options : OptimizerOptions
        {
            /// <summary>The part of the last step that is kept.</summary>
            public double? momentum;
            /// <summary>The part of the gradient that is left out of the momentum.</summary>
            public double? dampening;
            /// <summary>The part of the parameter added to its gradient.</summary>
            public double? weight_decay;
            /// <summary>Whether the momentum is applied ahead.</summary>
            public bool? nesterov;
            /// <summary>Whether to climb instead.</summary>
            public bool? maximize;
        }

        /// <summary>Parameters under options of SGD.</summary>
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
                SGD([new SGD.ParamGroup(parameters)], learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <summary>Stochastic gradient descent over groups with options of their own.</summary>
            /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)" path="/param"/>
            public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0.0, double dampening = 0,
                double weight_decay = 0, bool nesterov = false, bool maximize = false) => new(parameters, new()
                {
                    LearningRate = learningRate, momentum = momentum, dampening = dampening, weight_decay = weight_decay,
                    nesterov = nesterov, maximize = maximize,
                });
        }
    }
}
