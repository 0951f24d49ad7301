using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Where two tensors are equal; shapes are broadcast.</summary>
        public Tensor eq(Tensor target) => Of(Native.nt_eq(Handle, target.Handle));
        /// <summary>Where elements equal a number.</summary>
        public Tensor eq(Scalar target) => Of(Native.nt_eq_scalar(Handle, target));
        /// <summary>Where two tensors differ.</summary>
        public Tensor ne(Tensor target) => Of(Native.nt_ne(Handle, target.Handle));
        /// <summary>Where elements differ from a number.</summary>
        public Tensor ne(Scalar target) => Of(Native.nt_ne_scalar(Handle, target));
        /// <summary>Where this tensor is below another.</summary>
        public Tensor lt(Tensor target) => Of(Native.nt_lt(Handle, target.Handle));
        /// <summary>Where elements are below a number.</summary>
        public Tensor lt(Scalar target) => Of(Native.nt_lt_scalar(Handle, target));
        /// <summary>Where this tensor is not above another.</summary>
        public Tensor le(Tensor target) => Of(Native.nt_le(Handle, target.Handle));
        /// <summary>Where elements are not above a number.</summary>
        public Tensor le(Scalar target) => Of(Native.nt_le_scalar(Handle, target));
        /// <summary>Where this tensor is above another.</summary>
        public Tensor gt(Tensor target) => Of(Native.nt_gt(Handle, target.Handle));
        /// <summary>Where elements are above a number.</summary>
        public Tensor gt(Scalar target) => Of(Native.nt_gt_scalar(Handle, target));
        /// <summary>Where this tensor is not below another.</summary>
        public Tensor ge(Tensor target) => Of(Native.nt_ge(Handle, target.Handle));
        /// <summary>Where elements are not below a number.</summary>
        public Tensor ge(Scalar target) => Of(Native.nt_ge_scalar(Handle, target));

        /// <summary>Whether all elements agree within <c>atol + rtol |target|</c>.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            using var all = Of(Native.nt_allclose(Handle, target.Handle, rtol, atol, equal_nan));
            return all.ToBoolean();
        }

        /// <summary>Whether shape and all elements are the same.</summary>
        public bool equal(Tensor target)
        {
            if (!shape.AsSpan().SequenceEqual(target.shape)) return false;
            using var same = eq(target);
            using var all = same.all();
            return all.ToBoolean();
        }
    }
}
