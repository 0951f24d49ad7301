using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum, element by element; shapes are broadcast.</summary>
        public Tensor add(Tensor target) => Of(Native.nt_add(Handle, target.Handle));
        /// <summary>The sum with a number.</summary>
        public Tensor add(Scalar scalar) => Of(Native.nt_add_scalar(Handle, scalar));
        /// <summary>The difference, element by element; shapes are broadcast.</summary>
        public Tensor sub(Tensor target) => Of(Native.nt_sub(Handle, target.Handle));
        /// <summary>The difference with a number.</summary>
        public Tensor sub(Scalar scalar) => Of(Native.nt_sub_scalar(Handle, scalar));
        /// <summary>The product, element by element; shapes are broadcast.</summary>
        public Tensor mul(Tensor target) => Of(Native.nt_mul(Handle, target.Handle));
        /// <summary>The product with a number.</summary>
        public Tensor mul(Scalar scalar) => Of(Native.nt_mul_scalar(Handle, scalar));
        /// <summary>The quotient, element by element; shapes are broadcast.</summary>
        public Tensor div(Tensor target) => Of(Native.nt_div(Handle, target.Handle));
        /// <summary>The quotient with a number.</summary>
        public Tensor div(Scalar scalar) => Of(Native.nt_div_scalar(Handle, scalar));
        /// <summary>The power, element by element; shapes are broadcast.</summary>
        public Tensor pow(Tensor exponent) => Of(Native.nt_pow(Handle, exponent.Handle));
        /// <summary>The power with a number as exponent.</summary>
        public Tensor pow(Scalar exponent) => Of(Native.nt_pow_scalar(Handle, exponent));
        /// <summary>The remainder with the sign of the divisor, element by element.</summary>
        public Tensor remainder(Tensor other) => Of(Native.nt_remainder(Handle, other.Handle));
        /// <summary>The remainder with the sign of the divisor.</summary>
        public Tensor remainder(Scalar other) => Of(Native.nt_remainder_scalar(Handle, other));
        /// <summary>The larger of two, element by element.</summary>
        public Tensor maximum(Tensor other) => Of(Native.nt_maximum(Handle, other.Handle));
        /// <summary>The smaller of two, element by element.</summary>
        public Tensor minimum(Tensor other) => Of(Native.nt_minimum(Handle, other.Handle));

        /// <summary>The matrix product: the last size of this tensor is the last but one of the other.</summary>
        /// <exception cref="ArgumentException">The inner sizes differ.</exception>
        public Tensor matmul(Tensor target)
        {
            Shapes.CheckMatmul(this, target);
            return Of(Native.nt_matmul(Handle, target.Handle));
        }

        /// <summary>The matrix product of two matrices.</summary>
        public Tensor mm(Tensor target) => matmul(target);

        /// <summary>The value between this tensor and another: <c>this + weight (end - this)</c>.</summary>
        public Tensor lerp(Tensor end, Scalar weight) => Of(Native.nt_lerp(Handle, end.Handle, weight));

        /// <summary>The sum.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);
        /// <summary>The sum.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);
        /// <summary>The sum.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);
        /// <summary>The difference.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);
        /// <summary>The difference.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);
        /// <summary>The difference.</summary>
        public static Tensor operator -(Scalar left, Tensor right)
        {
            using var negative = right.neg();
            return negative.add(left);
        }
        /// <summary>The tensor with the other sign.</summary>
        public static Tensor operator -(Tensor tensor) => tensor.neg();
        /// <summary>The product, element by element.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);
        /// <summary>The product.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);
        /// <summary>The product.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);
        /// <summary>The quotient, element by element.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);
        /// <summary>The quotient.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);
        /// <summary>The quotient.</summary>
        public static Tensor operator /(Scalar left, Tensor right)
        {
            using var inverse = right.pow(-1.0);
            return inverse.mul(left);
        }
        /// <summary>The remainder, element by element.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);
        /// <summary>The remainder.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);
    }
}
