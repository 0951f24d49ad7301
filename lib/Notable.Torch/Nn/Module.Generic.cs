namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that turns one value into another.</summary>
        public interface IModule<in T, out TResult>
        {
            /// <summary>Computes the result.</summary>
            TResult call(T input);
        }

        /// <summary>A module that turns one value into another, mostly a tensor into a tensor.</summary>
        public abstract class Module<T, TResult> : Module, IModule<T, TResult>
        {
            private readonly List<Func<Module<T, TResult>, T, TResult, TResult>> hooks = [];

            /// <inheritdoc cref="Module(string)"/>
            protected Module(string name) : base(name) { }

            /// <summary>What the module computes. Call <see cref="call"/> instead, which also runs the hooks.</summary>
            public abstract TResult forward(T input);

            /// <summary>Computes the result and lets the hooks see it.</summary>
            public TResult call(T input)
            {
                var result = forward(input);
                foreach (var hook in hooks) result = hook(this, input, result);
                return result;
            }

            /// <summary>
            /// Lets a function see (and replace) each result. A result belongs to the caller of the module, who may free it: a hook
            /// that keeps one keeps its <see cref="Tensor.alias"/>. Dispose what is returned to remove the hook.
            /// </summary>
            public HookRemover register_forward_hook(Func<Module<T, TResult>, T, TResult, TResult> hook)
            {
                hooks.Add(hook);
                return new HookRemover(() => hooks.Remove(hook));
            }
        }

        /// <summary>Removes a hook when it is disposed.</summary>
        public sealed class HookRemover(Action removal) : IDisposable
        {
            /// <summary>Removes the hook.</summary>
            public void remove() => removal();

            /// <inheritdoc/>
            public void Dispose() => removal();
        }
    }
}
