using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>The convolution of [N, channels, height, width] with a weight [outputs, channels / groups, height, width].</summary>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                long[]? dilation = null, long groups = 1)
            {
                var (step, border, spread) = (Both(strides, 1), Both(padding, 0), Both(dilation, 1));
                LayerChecks.Convolution(input, weight.shape, border, spread, groups);
                return Tensor.Of(Native.nt_conv2d(input.Handle, weight.Handle, Tensor.HandleOf(bias), step, border, spread, groups));
            }

            /// <summary>
            /// Normalises each feature (the second dimension): by the batch in training, which also updates the running statistics,
            /// else by these; then scales and shifts.
            /// </summary>
            /// <exception cref="ArgumentException">The shapes do not fit, or training on one value a feature.</exception>
            public static Tensor batch_norm(Tensor input, Tensor running_mean, Tensor running_var, Tensor? weight = null, Tensor? bias = null,
                bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                BatchNormalised(input, running_mean, running_var, weight, bias, training, momentum, eps);

            internal static Tensor BatchNormalised(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight, Tensor? bias,
                bool training, double momentum, double eps)
            {
                LayerChecks.BatchNorm(input, weight ?? running_mean);
                if (training) LayerChecks.TrainingBatchNorm(input);
                return Tensor.Of(Native.nt_batch_norm(input.Handle, Tensor.HandleOf(weight), Tensor.HandleOf(bias),
                    Tensor.HandleOf(running_mean), Tensor.HandleOf(running_var), training, momentum, eps));
            }

            /// <summary>The product with a weight [outputs, inputs], plus a bias.</summary>
            /// <exception cref="ArgumentException">The shapes do not fit.</exception>
            public static Tensor linear(Tensor input, Tensor weight, Tensor? bias = null)
            {
                LayerChecks.Linear(input, weight, bias);
                return Tensor.Of(Native.nt_linear(input.Handle, weight.Handle, Tensor.HandleOf(bias)));
            }

            /// <summary>Each element, or 0 where it is negative.</summary>
            public static Tensor relu(Tensor input, bool inplace = false) => inplace ? input.relu_() : input.relu();

            /// <summary>In training, sets elements to 0 with probability p and scales the others by 1 / (1 - p).</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                if (!inplace) return Tensor.Of(Native.nt_dropout(input.Handle, p, training));
                NativeError.Check(Native.nt_dropout_(input.Handle, p, training));
                return input;
            }

            /// <summary>Probabilities from scores along a dimension.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            /// <summary>Logarithms of probabilities from scores along a dimension.</summary>
            public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

            /// <summary>One row for each class number, 1 at that class and 0 elsewhere; -1 counts the classes.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Tensor.Of(Native.nt_one_hot(x.Handle, num_classes));

            private static long[] Both(long[]? sizes, long natural) => sizes switch
            {
                null => [natural, natural],
                [var one] => [one, one],
                [_, _] => sizes,
                _ => throw new ArgumentException($"{Shapes.Text(sizes)} given for height and width; expected one or two numbers."),
            };
        }
    }
}
