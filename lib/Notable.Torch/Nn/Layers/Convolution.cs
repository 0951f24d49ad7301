using TorchSharp.Modules;

namespace TorchSharp.Modules
{
    /// <summary>A convolution of pictures [N, channels, height, width] with learned windows.</summary>
    public sealed class Conv2d : torch.nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly long[] stride_, padding_, dilation_;
        private FoldedConvolution? folded;

        internal Conv2d(long inChannels, long outChannels, (long, long) kernel, (long, long) stride, (long, long) padding,
            (long, long) dilation, long groups, bool hasBias, torch.Device? device, torch.ScalarType? dtype) : base(nameof(Conv2d))
        {
            if (groups < 1 || inChannels % groups != 0 || outChannels % groups != 0)
                throw new ArgumentException($"Conv2d: {inChannels} input and {outChannels} output channels do not divide into {groups} groups.");
            (in_channels, out_channels, this.groups) = (inChannels, outChannels, groups);
            (stride_, padding_, dilation_) = ([stride.Item1, stride.Item2], [padding.Item1, padding.Item2], [dilation.Item1, dilation.Item2]);
            weight = new Parameter(torch.empty([outChannels, inChannels / groups, kernel.Item1, kernel.Item2], dtype, device));
            bias = hasBias ? new Parameter(torch.empty([outChannels], dtype, device)) : null;
            FanInInitialisation.Apply(weight, bias);
            RegisterComponents();
        }

        /// <summary>Channels of the input.</summary>
        public long in_channels { get; }

        /// <summary>Channels of the output.</summary>
        public long out_channels { get; }

        /// <summary>Groups of channels that do not see one another.</summary>
        public long groups { get; }

        /// <summary>[outputs, inputs / groups, height, width].</summary>
        public Parameter weight { get; }

        /// <summary>[outputs], or null.</summary>
        public Parameter? bias { get; }

        /// <summary>The step of the window: height, width.</summary>
        public IReadOnlyList<long> stride => stride_;

        /// <summary>Zeros added at each border: height, width.</summary>
        public IReadOnlyList<long> padding => padding_;

        internal IReadOnlyList<long> dilation => dilation_;

        /// <inheritdoc/>
        public override torch.Tensor forward(torch.Tensor input) => folded is null
            ? torch.nn.functional.conv2d(input, weight, bias, stride_, padding_, dilation_, groups)
            : folded.Run(input);

        /// <summary>Gives up its own weights, and those of the batch-norm behind it, for ones that only compute.</summary>
        internal void Fold(BatchNorm2d? norm, torch.ScalarType type)
        {
            if (folded is not null) return;
            folded = new FoldedConvolution(this, norm, type);
            ReleaseTensors();
            norm?.PassThrough();
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            folded?.Dispose();
            base.Dispose(disposing);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A convolution with a square window; weights start uniform within 1 / sqrt(fan in), as in PyTorch.</summary>
            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                Conv2d(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation),
                    padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution; sizes are (height, width).</summary>
            public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1,
                bool bias = true, Device? device = null, ScalarType? dtype = null) => padding_mode == PaddingModes.Zeros
                ? new(in_channels, out_channels, kernel_size, stride ?? (1, 1), padding ?? (0, 0), dilation ?? (1, 1), groups, bias, device, dtype)
                : throw new NotSupportedException($"Conv2d pads with zeros; for {padding_mode} use nn.functional.pad before it.");
        }
    }
}
