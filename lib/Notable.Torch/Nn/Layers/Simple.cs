using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>Each element, or 0 where it is negative.</summary>
    public sealed class ReLU : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly bool inplace;

        internal ReLU(bool inplace) : base(nameof(ReLU)) => this.inplace = inplace;

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.relu(input, inplace);
    }

    /// <summary>In training, sets elements to 0 with probability p and scales the others by 1 / (1 - p).</summary>
    public sealed class Dropout : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly bool inplace;

        internal Dropout(double p, bool inplace) : base(nameof(Dropout))
        {
            if (p is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "A probability lies between 0 and 1.");
            (this.p, this.inplace) = (p, inplace);
        }

        /// <summary>The probability of 0.</summary>
        public double p { get; }

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input) =>
            training ? torch.nn.functional.dropout(input, p, true, inplace) : input.alias();
    }

    /// <summary>Several dimensions as one.</summary>
    public sealed class Flatten : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly long first, last;

        internal Flatten(long first, long last) : base(nameof(Flatten)) => (this.first, this.last) = (first, last);

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input) => input.flatten(first, last);
    }

    /// <summary>The input itself, under a new handle.</summary>
    public sealed class Identity : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        internal Identity() : base(nameof(Identity)) { }

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input) => input.alias();
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each element, or 0 where it is negative.</summary>
            public static ReLU ReLU(bool inplace = false) => new(inplace);

            /// <summary>In training, sets elements to 0 with probability p.</summary>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);

            /// <summary>The dimensions from one to another (inclusive) as one.</summary>
            public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

            /// <summary>The input itself.</summary>
            public static Identity Identity() => new();
        }
    }
}
