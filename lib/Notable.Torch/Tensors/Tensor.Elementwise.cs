using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The absolute value of each element.</summary>
        public Tensor abs() => Of(Native.nt_abs(Handle));
        /// <summary>Each element with the other sign.</summary>
        public Tensor neg() => Of(Native.nt_neg(Handle));
        /// <summary>e to the power of each element.</summary>
        public Tensor exp() => Of(Native.nt_exp(Handle));
        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log() => Of(Native.nt_log(Handle));
        /// <summary>The square root of each element.</summary>
        public Tensor sqrt() => Of(Native.nt_sqrt(Handle));
        /// <summary>One over the square root of each element.</summary>
        public Tensor rsqrt() => Of(Native.nt_rsqrt(Handle));
        /// <summary>The sine of each element, in radians.</summary>
        public Tensor sin() => Of(Native.nt_sin(Handle));
        /// <summary>The cosine of each element, in radians.</summary>
        public Tensor cos() => Of(Native.nt_cos(Handle));
        /// <summary>The hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Of(Native.nt_tanh(Handle));
        /// <summary>1 / (1 + e^-x) of each element.</summary>
        public Tensor sigmoid() => Of(Native.nt_sigmoid(Handle));
        /// <summary>Each element, or 0 where it is negative.</summary>
        public Tensor relu() => Of(Native.nt_relu(Handle));
        /// <summary>Each element rounded to the nearest integer, halves to even.</summary>
        public Tensor round() => Of(Native.nt_round(Handle));
        /// <summary>The largest integer not above each element.</summary>
        public Tensor floor() => Of(Native.nt_floor(Handle));
        /// <summary>The smallest integer not below each element.</summary>
        public Tensor ceil() => Of(Native.nt_ceil(Handle));
        /// <summary>Each element bounded from below, from above or both.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Of(Native.nt_clamp(Handle, min ?? default, max ?? default));
        /// <summary>Where elements are neither infinite nor not-a-number.</summary>
        public Tensor isfinite() => Of(Native.nt_isfinite(Handle));
        /// <summary>Where elements are not-a-number.</summary>
        public Tensor isnan() => Of(Native.nt_isnan(Handle));
        /// <summary>Where elements are zero or false.</summary>
        public Tensor logical_not() => Of(Native.nt_logical_not(Handle));
        /// <summary>Where both are true.</summary>
        public Tensor logical_and(Tensor other) => Of(Native.nt_logical_and(Handle, other.Handle));
        /// <summary>Where at least one is true.</summary>
        public Tensor logical_or(Tensor other) => Of(Native.nt_logical_or(Handle, other.Handle));
        /// <summary>e to the power of each element, divided by their sum along a dimension: probabilities from scores.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => Of(Native.nt_softmax(Handle, Shapes.Dimension(this, dim), (int?)dtype ?? -1));
        /// <summary>The logarithm of <see cref="softmax"/>, computed without loss of precision.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Of(Native.nt_log_softmax(Handle, Shapes.Dimension(this, dim), (int?)dtype ?? -1));
    }
}
