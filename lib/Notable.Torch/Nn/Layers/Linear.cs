using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The product with a learned weight, plus a learned bias.</summary>
    public sealed class Linear : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal Linear(long inputs, long outputs, bool hasBias, torch.Device? device, torch.ScalarType? dtype) : base(nameof(Linear))
        {
            weight = new Parameter(torch.empty([outputs, inputs], dtype, device));
            bias = hasBias ? new Parameter(torch.empty([outputs], dtype, device)) : null;
            FanInInitialisation.Apply(weight, bias);
            RegisterComponents();
        }

        /// <summary>[outputs, inputs].</summary>
        public Parameter weight { get; }

        /// <summary>[outputs], or null.</summary>
        public Parameter? bias { get; }

        /// <summary>How many numbers go in.</summary>
        public long in_features => weight.size(1);

        /// <summary>How many numbers come out.</summary>
        public long out_features => weight.size(0);

        /// <summary>Whether inputs of another element type than the weights' are converted: convolutions before may yield a shorter one.</summary>
        internal bool TakesAnyType { get; set; }

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input)
        {
            using var converted = TakesAnyType && input.dtype != weight.dtype ? input.to(weight.dtype) : null;
            return torch.nn.functional.linear(converted ?? input, weight, bias);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A linear layer; weights start uniform within 1 / sqrt(inputs), as in PyTorch.</summary>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);
        }
    }
}
