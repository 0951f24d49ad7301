using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// The base of all layers and models: a tree of modules with their parameters (learned) and buffers (kept, not learned).
        /// A module owns these tensors: <see cref="Dispose()"/> frees them and those of the modules inside it.
        /// </summary>
        public partial class Module : IDisposable
        {
            private readonly string name;
            private readonly OrderedDictionary<string, Module> modulesByName = [];
            private readonly OrderedDictionary<string, Parameter> parametersByName = [];
            private readonly OrderedDictionary<string, (Tensor Buffer, bool Persistent)> buffersByName = [];

            /// <summary>A module without parts; derived classes call <see cref="RegisterComponents"/> at the end of their constructor.</summary>
            protected Module(string name) => this.name = name;

            /// <summary>The module's name, by default that of its class.</summary>
            public virtual string GetName() => name;

            /// <summary>Whether the module behaves as in training (dropout drops, batch norm uses the batch's statistics).</summary>
            public virtual bool training { get; private set; } = true;

            /// <summary>Switches the module and all inside it to training or to evaluation.</summary>
            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in children()) child.train(train);
            }

            /// <summary>Switches the module and all inside it to evaluation.</summary>
            public void eval() => train(false);

            /// <summary>Forgets the gradients of all parameters.</summary>
            public virtual void zero_grad(bool set_to_none = true) => Gradients.Zero([.. parameters()], set_to_none);

            /// <summary>Calls a function on all modules inside this one, and then on itself.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in children()) child.apply(fn);
                fn(this);
                return this;
            }

            /// <inheritdoc/>
            public override string ToString() => GetName();

            /// <summary>Frees the tensors of the module and of all inside it.</summary>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees what the module owns.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing) return;
                foreach (var child in children()) child.Dispose();
                foreach (var parameter in parametersByName.Values) parameter.Dispose();
                foreach (var (buffer, _) in buffersByName.Values) buffer.Dispose();
            }
        }
    }
}
