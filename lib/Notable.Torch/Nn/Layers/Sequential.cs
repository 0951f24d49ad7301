using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after another. What one hands to the next is freed as soon as it is used.</summary>
    public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>, IConvolutionNorms
    {
        private readonly List<torch.nn.Module<torch.Tensor, torch.Tensor>> layers = [];

        internal Sequential(IEnumerable<(string Name, torch.nn.Module<torch.Tensor, torch.Tensor> Module)> modules) : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules) append(name, module);
        }

        /// <summary>How many modules there are.</summary>
        public int Count => layers.Count;

        /// <summary>The module at a position.</summary>
        public torch.nn.Module<torch.Tensor, torch.Tensor> this[int index] => layers[index];

        /// <summary>Adds a module under a name.</summary>
        public Sequential append(string name, torch.nn.Module<torch.Tensor, torch.Tensor> module)
        {
            register_module(name, module);
            layers.Add(module);
            return this;
        }

        /// <summary>Adds a module under its number.</summary>
        public Sequential append(torch.nn.Module<torch.Tensor, torch.Tensor> module) =>
            append(Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

        IEnumerable<(Conv2d Convolution, BatchNorm2d Norm)> IConvolutionNorms.ConvolutionNorms => layers.Zip(layers.Skip(1))
            .Where(pair => pair is (Conv2d, BatchNorm2d)).Select(pair => ((Conv2d)pair.First, (BatchNorm2d)pair.Second));

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input)
        {
            var current = input;
            foreach (var layer in layers)
            {
                var next = layer.call(current);
                if (!ReferenceEquals(current, input) && !ReferenceEquals(current, next)) current.Dispose();
                current = next;
            }
            return ReferenceEquals(current, input) ? input.alias() : current;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Modules one after another, under their numbers.</summary>
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            /// <summary>Modules one after another, under their numbers.</summary>
            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
                new(modules.Select((module, index) => (index.ToString(System.Globalization.CultureInfo.InvariantCulture), module)));

            /// <summary>Modules one after another, under names.</summary>
            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            /// <summary>Modules one after another, under names.</summary>
            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules);
        }
    }
}
