using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>The largest value in each square window.</summary>
    public sealed class MaxPool2d : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly long kernel;
        private readonly long? stride, padding, dilation;
        private readonly bool ceilMode;

        internal MaxPool2d(long kernel, long? stride, long? padding, long? dilation, bool ceilMode) : base(nameof(MaxPool2d)) =>
            (this.kernel, this.stride, this.padding, this.dilation, this.ceilMode) = (kernel, stride, padding, dilation, ceilMode);

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input) =>
            torch.nn.functional.max_pool2d(input, kernel, stride, padding, dilation, ceilMode);
    }

    /// <summary>The means of windows chosen so that the result has a given height and width.</summary>
    public sealed class AdaptiveAvgPool2d : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly long[] size;

        internal AdaptiveAvgPool2d(long[] size) : base(nameof(AdaptiveAvgPool2d)) => this.size = size;

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.adaptive_avg_pool2d(input, size);
    }

    /// <summary>The largest values of windows chosen so that the result has a given height and width.</summary>
    public sealed class AdaptiveMaxPool2d : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly long[] size;

        internal AdaptiveMaxPool2d(long[] size) : base(nameof(AdaptiveMaxPool2d)) => this.size = size;

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.adaptive_max_pool2d(input, size);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The largest value in each square window; the stride is the window's size by default.</summary>
            public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);

            /// <summary>Means, to this height and width.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            /// <summary>Means, to this height and width.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new([output_size.Item1, output_size.Item2]);

            /// <summary>Means, to a square of this side.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

            /// <summary>Largest values, to this height and width.</summary>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

            /// <summary>Largest values, to this height and width.</summary>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d((long, long) output_size) => new([output_size.Item1, output_size.Item2]);

            /// <summary>Largest values, to a square of this side.</summary>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long output_size) => new([output_size, output_size]);
        }
    }
}
