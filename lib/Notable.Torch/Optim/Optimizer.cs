using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What changes parameters by their gradients.</summary>
    public static partial class optim
    {
        /// <summary>The learning rate of a group of parameters, for those who schedule it.</summary>
        public interface ILearningRateController
        {
            /// <summary>The learning rate of the next step.</summary>
            double LearningRate { get; set; }

            /// <summary>The learning rate at the start.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>The base of all optimizers: groups of parameters, each under its own options and changed in one native call.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly List<ParamGroup> groups = [];

            private protected Optimizer() { }

            /// <summary>The groups of parameters, to read and set their learning rates.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => groups;

            /// <summary>The parameters of all groups.</summary>
            public virtual IEnumerable<Parameter> parameters() => groups.SelectMany(group => group.Parameters);

            /// <summary>Adds a group of parameters; options it does not give are those of the optimizer.</summary>
            public virtual void add_param_group(ParamGroup param_group)
            {
                Prepare(param_group);
                if (param_group.LearningRate < 0)
                    throw new ArgumentException($"A learning rate of {param_group.LearningRate} was given; expected 0 or more.", nameof(param_group));
                param_group.InitialLearningRate = param_group.LearningRate;
                groups.Add(param_group);
            }

            /// <summary>Forgets the gradients of the parameters.</summary>
            public virtual void zero_grad()
            {
                foreach (var group in groups) Gradients.Zero(group.Members, setToNone: true);
            }

            /// <summary>Changes the parameters that have a gradient.</summary>
            /// <param name="closure">Computes the loss anew, where given.</param>
            /// <returns>What the closure gave, or null.</returns>
            public virtual Tensor? step(Func<Tensor>? closure = null)
            {
                Tensor? loss = null;
                if (closure is not null)
                {
                    using var gradients = enable_grad();
                    loss = closure();
                }
                foreach (var group in groups) Step(group);
                return loss;
            }

            // Fills in the options a group does not give, and makes room for its state.
            private protected abstract void Prepare(ParamGroup group);

            private protected abstract void Step(ParamGroup group);

            /// <summary>Frees the optimizer's own tensors; the parameters stay.</summary>
            public void Dispose()
            {
                foreach (var group in groups) group.State?.Dispose();
                GC.SuppressFinalize(this);
            }
        }
    }
}
