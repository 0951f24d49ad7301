using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The same memory under another shape of as many elements; one size may be -1.</summary>
        /// <exception cref="ArgumentException">The counts of elements differ.</exception>
        public Tensor view(params long[] shape)
        {
            Shapes.CheckView(this, shape);
            return Of(Native.nt_view(Handle, shape, shape.Length));
        }

        /// <summary>Another shape of as many elements, copied where a view is not possible; one size may be -1.</summary>
        /// <exception cref="ArgumentException">The counts of elements differ.</exception>
        public Tensor reshape(params long[] shape)
        {
            Shapes.CheckView(this, shape);
            return Of(Native.nt_reshape(Handle, shape, shape.Length));
        }

        /// <summary>The dimensions from one to another (inclusive) as one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Of(Native.nt_flatten(Handle, Shapes.Dimension(this, start_dim), Shapes.Dimension(this, end_dim)));

        /// <summary>The dimensions in another order: dimension i of the result is dimension <c>permutation[i]</c> of this one.</summary>
        public Tensor permute(params long[] permutation)
        {
            if (permutation.Length != dim())
                throw new ArgumentException($"permute({string.Join(", ", permutation)}) of shape {Shapes.Text(shape)}: every dimension is named once.");
            return Of(Native.nt_permute(Handle, permutation, permutation.Length));
        }

        /// <summary>The tensor with two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) =>
            Of(Native.nt_transpose(Handle, Shapes.Dimension(this, dim0), Shapes.Dimension(this, dim1)));

        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => transpose(0, 1);

        /// <summary>The tensor with a dimension of size 1 put in.</summary>
        public Tensor unsqueeze(long dim)
        {
            var rank = this.dim();
            return dim < -rank - 1 || dim > rank
                ? throw new ArgumentOutOfRangeException(nameof(dim), dim, $"A tensor of shape {Shapes.Text(shape)} has no place {dim} for a dimension.")
                : Of(Native.nt_unsqueeze(Handle, dim));
        }

        /// <summary>The tensor without its dimensions of size 1.</summary>
        public Tensor squeeze() => Of(Native.nt_squeeze(Handle));

        /// <summary>The tensor without this dimension where its size is 1.</summary>
        public Tensor squeeze(long dim) => Of(Native.nt_squeeze_dim(Handle, Shapes.Dimension(this, dim)));

        /// <summary>Dimensions of size 1 repeated to other sizes without a copy; -1 keeps a size.</summary>
        /// <exception cref="ArgumentException">A size other than 1 would change.</exception>
        public Tensor expand(params long[] sizes)
        {
            Shapes.CheckExpand(this, sizes);
            return Of(Native.nt_expand(Handle, sizes, sizes.Length));
        }

        /// <summary>The shape of another tensor, by <see cref="expand"/>.</summary>
        public Tensor expand_as(Tensor other) => expand(other.shape);

        /// <summary>The tensor repeated along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => sizes.Length < dim()
            ? throw new ArgumentException($"repeat({string.Join(", ", sizes)}) of shape {Shapes.Text(shape)}: expected a number for each dimension.")
            : Of(Native.nt_repeat(Handle, sizes, sizes.Length));

        /// <summary>The order of elements turned round along these dimensions.</summary>
        public Tensor flip(params long[] dims)
        {
            foreach (var dim in dims) Shapes.Dimension(this, dim);
            return Of(Native.nt_flip(Handle, dims, dims.Length));
        }

        /// <summary>A stretch of one dimension; shares memory.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The stretch does not lie inside the dimension.</exception>
        public Tensor narrow(long dim, long start, long length)
        {
            Shapes.CheckStretch(this, dim, start, length);
            return Of(Native.nt_narrow(Handle, dim, start, length));
        }

        /// <summary>One position of one dimension, which is gone in the result; shares memory.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The dimension has no such position.</exception>
        public Tensor select(long dim, long index)
        {
            Shapes.CheckPosition(this, dim, index);
            return Of(Native.nt_select(Handle, dim, index));
        }

        /// <summary>A stretch of one dimension with a step; shares memory.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => step < 1
            ? throw new ArgumentOutOfRangeException(nameof(step), step, "A step is at least 1; flip turns the order round.")
            : Of(Native.nt_slice(Handle, Shapes.Dimension(this, dim), start, finish, step));

        /// <summary>The positions of one dimension that a vector of integers names.</summary>
        public Tensor index_select(long dim, Tensor index) => index.dim() > 1
            ? throw new ArgumentException($"index_select: positions of shape {Shapes.Text(index.shape)}; expected a vector.")
            : Of(Native.nt_index_select(Handle, Shapes.Dimension(this, dim), index.Handle));

        /// <summary>For each position of <paramref name="index"/> the element at that index along one dimension.</summary>
        public Tensor gather(long dim, Tensor index)
        {
            Shapes.CheckGather(this, Shapes.Dimension(this, dim), index);
            return Of(Native.nt_gather(Handle, dim, index.Handle));
        }

        /// <summary>The elements where a mask is true, as a vector.</summary>
        public Tensor masked_select(Tensor mask) => Of(Native.nt_masked_select(Handle, mask.Handle));

        /// <summary>The tensor with a value put in where a mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => Of(Native.nt_masked_fill(Handle, mask.Handle, value));

        /// <summary>The positions of the elements that differ from zero, one row for each.</summary>
        public Tensor nonzero() => Of(Native.nt_nonzero(Handle));
    }
}
