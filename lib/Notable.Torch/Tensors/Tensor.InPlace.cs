using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds another tensor to this one.</summary>
        public Tensor add_(Tensor target) => InPlace(Native.nt_add_in_place(Handle, target.Handle));
        /// <summary>Adds a number to this tensor.</summary>
        public Tensor add_(Scalar scalar) => InPlace(Native.nt_add_scalar_in_place(Handle, scalar));
        /// <summary>Subtracts another tensor from this one.</summary>
        public Tensor sub_(Tensor target) => InPlace(Native.nt_sub_in_place(Handle, target.Handle));
        /// <summary>Subtracts a number from this tensor.</summary>
        public Tensor sub_(Scalar scalar) => InPlace(Native.nt_sub_scalar_in_place(Handle, scalar));
        /// <summary>Multiplies this tensor with another, element by element.</summary>
        public Tensor mul_(Tensor target) => InPlace(Native.nt_mul_in_place(Handle, target.Handle));
        /// <summary>Multiplies this tensor with a number.</summary>
        public Tensor mul_(Scalar scalar) => InPlace(Native.nt_mul_scalar_in_place(Handle, scalar));
        /// <summary>Divides this tensor by another, element by element.</summary>
        public Tensor div_(Tensor target) => InPlace(Native.nt_div_in_place(Handle, target.Handle));
        /// <summary>Divides this tensor by a number.</summary>
        public Tensor div_(Scalar scalar) => InPlace(Native.nt_div_scalar_in_place(Handle, scalar));
        /// <summary>Bounds this tensor's elements from below, from above or both.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => InPlace(Native.nt_clamp_(Handle, min ?? default, max ?? default));
        /// <summary>e to the power of each element.</summary>
        public Tensor exp_() => InPlace(Native.nt_exp_(Handle));
        /// <summary>The natural logarithm of each element.</summary>
        public Tensor log_() => InPlace(Native.nt_log_(Handle));
        /// <summary>The square root of each element.</summary>
        public Tensor sqrt_() => InPlace(Native.nt_sqrt_(Handle));
        /// <summary>Changes each element's sign.</summary>
        public Tensor neg_() => InPlace(Native.nt_neg_(Handle));
        /// <summary>1 / (1 + e^-x) of each element.</summary>
        public Tensor sigmoid_() => InPlace(Native.nt_sigmoid_(Handle));
        /// <summary>Sets negative elements to 0.</summary>
        public Tensor relu_() => InPlace(Native.nt_relu_(Handle));
    }
}
