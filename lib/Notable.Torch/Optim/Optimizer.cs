using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What changes parameters by their gradients.</summary>
    public static partial class optim
    {
        /// <summary>The base of all optimizers: one group of parameters under one learning rate.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly Parameter[] parameters;

            private protected Optimizer(IEnumerable<Parameter> parameters, double lr)
            {
                if (lr < 0) throw new ArgumentOutOfRangeException(nameof(lr), lr, "A learning rate is not negative.");
                this.parameters = [.. parameters];
                LearningRate = lr;
            }

            /// <summary>The learning rate of the next step.</summary>
            public double LearningRate { get; set; }

            /// <summary>Forgets the gradients of the parameters.</summary>
            public virtual void zero_grad(bool set_to_none = true) => Gradients.Zero(parameters, set_to_none);

            /// <summary>Changes the parameters that have a gradient, in one native call.</summary>
            /// <param name="closure">Computes the loss anew, where given.</param>
            /// <returns>What the closure gave, or null.</returns>
            public Tensor? step(Func<Tensor>? closure = null)
            {
                var loss = closure?.Invoke();
                using var scope = NewDisposeScope();
                var (present, grads) = Gradients.Present(parameters);
                if (present.Count > 0) Step(present, grads);
                return loss;
            }

            private protected abstract void Step(List<Tensor> parameters, List<Tensor> grads);

            /// <summary>Frees the optimizer's own tensors; the parameters stay.</summary>
            public abstract void Dispose();
        }
    }
}
