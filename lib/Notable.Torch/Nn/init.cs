using Notable.Torch;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>First values of parameters; each function overwrites the tensor and gives it back.</summary>
        public static class init
        {
            /// <summary>Which side of a layer the deviation is chosen for.</summary>
            public enum FanInOut
            {
                /// <summary>The inputs of an output: keeps the size of values on the way forward.</summary>
                FanIn,
                /// <summary>The outputs of an input: keeps the size of gradients on the way back.</summary>
                FanOut,
            }

            /// <summary>What follows the layer.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,
                /// <summary>A rectifier.</summary>
                ReLU = 9,
                /// <summary>A rectifier that lets a part of negative values through.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Draws of a normal distribution.</summary>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1) => SkipInit.IsOn ? tensor : tensor.normal_(mean, std);

            /// <summary>Draws between two bounds, all equally likely.</summary>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1) => SkipInit.IsOn ? tensor : tensor.uniform_(low, high);

            /// <summary>Zeros.</summary>
            public static Tensor zeros_(Tensor tensor) => constant_(tensor, 0);

            /// <summary>Ones.</summary>
            public static Tensor ones_(Tensor tensor) => constant_(tensor, 1);

            /// <summary>One value everywhere.</summary>
            public static Tensor constant_(Tensor tensor, Scalar val)
            {
                using var no_gradients = no_grad();
                return SkipInit.IsOn ? tensor : tensor.fill_(val);
            }

            /// <summary>He's normal initialisation: deviation gain / sqrt(fan).</summary>
            /// <param name="tensor">A weight: outputs, inputs, and for a convolution its height and width.</param>
            /// <param name="a">The part of negative values a leaky rectifier lets through.</param>
            /// <param name="mode">Which side the deviation is chosen for.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, Deviation(tensor, a, mode, nonlinearity));

            /// <summary>He's uniform initialisation: bounds of plus and minus gain sqrt(3 / fan).</summary>
            /// <inheritdoc cref="kaiming_normal_" path="/param"/>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn,
                NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * Deviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>How many inputs an output of a weight has, and how many outputs an input.</summary>
            internal static (long In, long Out) Fans(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2) throw new ArgumentException($"A weight of shape {Shapes.Text(shape)} has no inputs and outputs to count; it needs two dimensions.");
                var window = Shapes.Count(shape.AsSpan(2));
                return (shape[1] * window, shape[0] * window);
            }

            private static double Deviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = Fans(tensor);
                var gain = nonlinearity switch
                {
                    NonlinearityType.ReLU => Math.Sqrt(2),
                    NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + a * a)),
                    _ => 1,
                };
                return gain / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }
        }
    }
}
