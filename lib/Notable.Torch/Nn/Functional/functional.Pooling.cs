using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The largest value in each window.</summary>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, bool ceil_mode = false)
            {
                LayerChecks.Picture(nameof(max_pool2d), input);
                var window = Both(kernel_size, 1);
                return Tensor.Of(Native.nt_max_pool2d(input.Handle, window, strides is null ? window : Both(strides, 1), Both(padding, 0),
                    Both(dilation, 1), ceil_mode));
            }

            /// <summary>The largest value in each square window.</summary>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, [kernel_size], stride is { } s ? [s] : null, padding is { } p ? [p] : null, dilation is { } d ? [d] : null, ceil_mode);

            /// <summary>The mean of each window.</summary>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? paddings = null,
                bool ceil_mode = false, bool count_include_pad = true)
            {
                LayerChecks.Picture(nameof(avg_pool2d), input);
                var window = Both(kernel_size, 1);
                return Tensor.Of(Native.nt_avg_pool2d(input.Handle, window, strides is null ? window : Both(strides, 1), Both(paddings, 0),
                    ceil_mode, count_include_pad));
            }

            /// <summary>The means of windows chosen so that the result has this height and width.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size)
            {
                LayerChecks.Picture(nameof(adaptive_avg_pool2d), input);
                return Tensor.Of(Native.nt_adaptive_avg_pool2d(input.Handle, Both(output_size, 1)));
            }

            /// <summary>The means of windows chosen so that the result has this height and width.</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size]);

            /// <summary>The largest values of windows chosen so that the result has this height and width.</summary>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size)
            {
                LayerChecks.Picture(nameof(adaptive_max_pool2d), input);
                return Tensor.Of(Native.nt_adaptive_max_pool2d(input.Handle, Both(output_size, 1)));
            }
        }
    }
}
