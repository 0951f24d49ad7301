using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of all elements.</summary>
        public Tensor sum(ScalarType? type = null) => Of(Native.nt_sum(Handle, (int?)type ?? -1));
        /// <summary>The sum along a dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);
        /// <summary>The sum along several dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Of(Native.nt_sum_dims(Handle, Shapes.Dimensions(this, dim), dim.Length, keepdim, (int?)type ?? -1));
        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Of(Native.nt_mean(Handle, -1));
        /// <summary>The mean along several dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Of(Native.nt_mean_dims(Handle, Shapes.Dimensions(this, dimensions), dimensions.Length, keepdim, (int?)type ?? -1));
        /// <summary>The standard deviation of all elements; unbiased divides by n - 1.</summary>
        public Tensor std(bool unbiased = true) => Of(Native.nt_std(Handle, unbiased));
        /// <summary>The standard deviation along several dimensions.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            Of(Native.nt_std_dims(Handle, Shapes.Dimensions(this, dimensions), dimensions.Length, unbiased, keepdim));
        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2f) => Of(Native.nt_norm(Handle, p));
        /// <summary>The running sum along a dimension.</summary>
        public Tensor cumsum(long dim) => Of(Native.nt_cumsum(Handle, Shapes.Dimension(this, dim)));
        /// <summary>Whether all elements are true.</summary>
        public Tensor all() => Of(Native.nt_all(Handle));
        /// <summary>Whether at least one element is true.</summary>
        public Tensor any() => Of(Native.nt_any(Handle));
        /// <summary>The smallest element.</summary>
        public Tensor min() => Of(Native.nt_min(Handle));
        /// <summary>The largest element.</summary>
        public Tensor max() => Of(Native.nt_max(Handle));
        /// <summary>The row-major position of the largest element.</summary>
        public Tensor argmax() => Of(Native.nt_argmax(Handle));
        /// <summary>The position of the largest element along a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Of(Native.nt_argmax_dim(Handle, Shapes.Dimension(this, dim), keepdim));
        /// <summary>The position of the smallest element along a dimension.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Of(Native.nt_argmin_dim(Handle, Shapes.Dimension(this, dim), keepdim));
        /// <summary>The positions that sort the tensor along a dimension.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Of(Native.nt_argsort(Handle, Shapes.Dimension(this, dim), descending));

        /// <summary>The largest element along a dimension, and its position.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) =>
            Pair(Native.nt_max_dim(Handle, Shapes.Dimension(this, dim), keepdim, out var values, out var indexes), values, indexes);
        /// <summary>The smallest element along a dimension, and its position.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) =>
            Pair(Native.nt_min_dim(Handle, Shapes.Dimension(this, dim), keepdim, out var values, out var indexes), values, indexes);
        /// <summary>The k largest (or smallest) elements along a dimension, and their positions.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            Shapes.CheckStretch(this, dim, 0, k);
            return Pair(Native.nt_topk(Handle, k, dim, largest, sorted, out var values, out var indexes), values, indexes);
        }
        /// <summary>The tensor sorted along a dimension, and the positions its elements had.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false) =>
            Pair(Native.nt_sort(Handle, Shapes.Dimension(this, dim), descending, out var values, out var indexes), values, indexes);

        private static (Tensor, Tensor) Pair(bool succeeded, TensorHandle first, TensorHandle second)
        {
            NativeError.Check(succeeded);
            return (Of(first), Of(second));
        }
    }
}
