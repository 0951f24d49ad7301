using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How pictures are brought to another size.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest pixel.</summary>
        Nearest = 0,
        /// <summary>Linear between four pixels.</summary>
        Bilinear = 2,
        /// <summary>Cubic between sixteen pixels.</summary>
        Bicubic = 3,
        /// <summary>The mean of the pixels an output pixel covers.</summary>
        Area = 5,
    }

    /// <summary>How a picture is read between its pixels.</summary>
    public enum GridSampleMode
    {
        /// <summary>The nearest pixel.</summary>
        Nearest = 0,
        /// <summary>Linear between four pixels.</summary>
        Bilinear = 2,
    }

    /// <summary>What lies outside a picture.</summary>
    public enum GridSamplePaddingMode
    {
        /// <summary>Zeros.</summary>
        Zeros = 0,
        /// <summary>The picture, mirrored.</summary>
        Reflection = 1,
        /// <summary>The border's values.</summary>
        Border = 2,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Where each pixel of an output comes from under an affine map, in coordinates from -1 to 1.</summary>
            /// <param name="theta">The maps [N, 2, 3].</param>
            /// <param name="size">The output's shape [N, channels, height, width].</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the corner pixels, not their outer edges.</param>
            /// <returns>[N, height, width, 2]: x, y.</returns>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                ArgumentNullException.ThrowIfNull(size);
                var maps = theta.shape;
                if (size.Length != 4 || maps.Length != 3 || maps[0] != size[0] || maps[1] != 2 || maps[2] != 3)
                    throw new ArgumentException($"affine_grid: maps of shape {Shapes.Text(maps)} for a size of {Shapes.Text(size)}; expected [N, 2, 3] and [N, channels, height, width].");
                return Tensor.Of(Native.nt_affine_grid(theta.Handle, size, size.Length, align_corners));
            }

            /// <summary>Reads pictures [N, channels, height, width] at the places of a grid [N, out height, out width, 2].</summary>
            public static Tensor grid_sample(Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear,
                GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros, bool? align_corners = null)
            {
                var (x, g) = (input.shape, grid.shape);
                if (x.Length != 4 || g.Length != 4 || x[0] != g[0] || g[3] != 2)
                    throw new ArgumentException($"grid_sample: input of shape {Shapes.Text(x)} and grid of shape {Shapes.Text(g)}; expected [N, channels, height, width] and [N, height, width, 2].");
                // libtorch's numbers: zeros 0, border 1, reflection 2.
                long outside = padding_mode switch { GridSamplePaddingMode.Border => 1, GridSamplePaddingMode.Reflection => 2, _ => 0 };
                // libtorch's numbers: bilinear 0, nearest 1.
                return Tensor.Of(Native.nt_grid_sample(input.Handle, grid.Handle, mode == GridSampleMode.Nearest ? 1 : 0, outside, align_corners ?? false));
            }

            /// <summary>Brings pictures [N, channels, height, width] to another size.</summary>
            /// <param name="x">The pictures.</param>
            /// <param name="size">The height and width wanted; or</param>
            /// <param name="scale_factor">the factors for height and width (one number for both).</param>
            /// <param name="mode">How.</param>
            /// <param name="align_corners">Whether the corner pixels' centres stay where they are (bilinear and bicubic).</param>
            /// <param name="recompute_scale_factor">Whether the factors used are those of the rounded sizes.</param>
            /// <param name="antialias">Whether a smaller picture averages over the pixels it leaves out (bilinear and bicubic).</param>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var shape = x.shape;
                if (shape.Length != 4) throw new ArgumentException($"interpolate: input of shape {Shapes.Text(shape)}; expected [N, channels, height, width].");
                if (size is null == scale_factor is null) throw new ArgumentException("interpolate takes either size or scale_factor.");
                double[] factors = scale_factor switch { null => [0, 0], [var one] => [one, one], _ => scale_factor };
                long[] target = size is not null ? Both(size, 1) : [(long)(shape[2] * factors[0]), (long)(shape[3] * factors[1])];
                if (recompute_scale_factor) factors = [0, 0];
                var how = mode switch
                {
                    InterpolationMode.Nearest => 0,
                    InterpolationMode.Bilinear => 1,
                    InterpolationMode.Bicubic => 2,
                    InterpolationMode.Area => 3,
                    _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "not a way to interpolate pictures"),
                };
                return Tensor.Of(Native.nt_interpolate(x.Handle, target, factors[0], factors[1], how, align_corners ?? false, antialias));
            }

            /// <summary>Widens the last dimensions: before and after the last, before and after the last but one, ...</summary>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Tensor.Of(Native.nt_pad(input.Handle, pad, pad.Length, mode switch
                {
                    PaddingModes.Reflect => "reflect",
                    PaddingModes.Replicate => "replicate",
                    PaddingModes.Circular => "circular",
                    _ => "constant",
                }, value));

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, PaddingModes, double)"/>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                functional.pad(input, pad.AsSpan(), mode, value);
        }
    }
}
