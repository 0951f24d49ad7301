using System.Globalization;

namespace TorchSharp;

/// <summary>
/// Checks of shapes before a native call: an error there costs 3 ms and says less. Messages carry the shapes.
/// </summary>
internal static class Shapes
{
    internal static string Text(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    /// <summary>A dimension's number from 0; negative ones count from the last. A single number has a dimension 0.</summary>
    internal static int Dimension(torch.Tensor tensor, long dim)
    {
        var rank = Math.Max((int)tensor.dim(), 1);
        if (dim < -rank || dim >= rank)
            throw new ArgumentOutOfRangeException(nameof(dim), dim,
                string.Create(CultureInfo.InvariantCulture, $"A tensor of shape {Text(tensor.shape)} has no dimension {dim}."));
        return (int)(dim < 0 ? dim + rank : dim);
    }

    internal static ReadOnlySpan<long> Dimensions(torch.Tensor tensor, ReadOnlySpan<long> dims)
    {
        foreach (var dim in dims) Dimension(tensor, dim);
        return dims;
    }

    internal static long Count(ReadOnlySpan<long> shape)
    {
        var count = 1L;
        foreach (var size in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(shape));
            count = checked(count * size);
        }
        return count;
    }

    internal static void CheckBytes(int given, torch.ScalarType type, ReadOnlySpan<long> shape)
    {
        if (checked(Count(shape) * ElementTypes.Size(type)) is var expected && expected != given)
            throw new ArgumentException($"A tensor of shape {Text(shape)} and type {type} takes {expected} bytes; {given} were given.");
    }

    internal static void CheckView(torch.Tensor tensor, ReadOnlySpan<long> wanted)
    {
        long known = 1, free = 0;
        foreach (var size in wanted)
        {
            if (size < -1) throw new ArgumentException($"view to {Text(wanted)}: sizes are at least 0, and -1 for the one to work out.");
            if (size == -1) free++;
            else known = checked(known * size);
        }
        var count = tensor.numel();
        if (free > 1) throw new ArgumentException($"view to {Text(wanted)}: only one size can be -1.");
        if (free == 0 ? known != count : known == 0 || count % known != 0)
            throw new ArgumentException($"A tensor of shape {Text(tensor.shape)} ({count} elements) cannot be viewed as {Text(wanted)}.");
    }

    internal static void CheckCat(IList<torch.Tensor> tensors, long dim)
    {
        if (tensors.Count == 0) throw new ArgumentException("cat needs at least one tensor.", nameof(tensors));
        var first = tensors[0].shape;
        var along = Dimension(tensors[0], dim);
        for (var i = 1; i < tensors.Count; i++)
        {
            var other = tensors[i].shape;
            var fits = other.Length == first.Length;
            for (var d = 0; fits && d < first.Length; d++) fits = d == along || other[d] == first[d];
            // libtorch lets an empty vector pass for "nothing".
            if (!fits && other is not [0] && first is not [0])
                throw new ArgumentException($"cat along dimension {dim}: tensor 0 has shape {Text(first)}, tensor {i} has {Text(other)}; "
                    + "all other dimensions must agree.");
        }
    }

    internal static void CheckStack(IList<torch.Tensor> tensors)
    {
        if (tensors.Count == 0) throw new ArgumentException("stack needs at least one tensor.", nameof(tensors));
        var first = tensors[0].shape;
        for (var i = 1; i < tensors.Count; i++)
            if (tensors[i].shape is var other && !other.AsSpan().SequenceEqual(first))
                throw new ArgumentException($"stack: tensor 0 has shape {Text(first)}, tensor {i} has {Text(other)}; all must be equal.");
    }

    internal static void CheckMatmul(torch.Tensor left, torch.Tensor right)
    {
        var (a, b) = (left.shape, right.shape);
        if (a.Length == 0 || b.Length == 0 || a[^1] != b[Math.Max(b.Length - 2, 0)])
            throw new ArgumentException($"matmul of {Text(a)} and {Text(b)}: the last size of the left must be the "
                + "last but one of the right.");
    }

    internal static void CheckExpand(torch.Tensor tensor, ReadOnlySpan<long> sizes)
    {
        var shape = tensor.shape;
        var added = sizes.Length - shape.Length;
        var fits = added >= 0;
        for (var i = 0; fits && i < sizes.Length; i++)
            fits = i < added ? sizes[i] >= 0 : sizes[i] == -1 || sizes[i] == shape[i - added] || (shape[i - added] == 1 && sizes[i] >= 0);
        if (!fits)
            throw new ArgumentException($"expand of shape {Text(shape)} to {Text(sizes)}: counted from the last, sizes stay or were 1; new ones stand in front.");
    }

    internal static void CheckStretch(torch.Tensor tensor, long dim, long start, long length)
    {
        var size = tensor.shape is [] ? 1 : tensor.shape[Dimension(tensor, dim)];
        var first = start < 0 ? start + size : start;
        if (first < 0 || length < 0 || first + length > size)
            throw new ArgumentOutOfRangeException(nameof(start), start,
                $"Dimension {dim} of a tensor of shape {Text(tensor.shape)} has no {length} positions from {start} on.");
    }

    internal static void CheckPosition(torch.Tensor tensor, long dim, long index)
    {
        var shape = tensor.shape;
        var size = shape is [] ? 0 : shape[Dimension(tensor, dim)];
        if (index < -size || index >= size)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"Dimension {dim} of a tensor of shape {Text(shape)} has no position {index}.");
    }

    internal static void CheckGather(torch.Tensor tensor, int dim, torch.Tensor index)
    {
        var (from, at) = (tensor.shape, index.shape);
        var fits = from.Length == at.Length;
        for (var d = 0; fits && d < from.Length; d++) fits = d == dim || at[d] <= from[d];
        if (!fits)
            throw new ArgumentException($"gather along dimension {dim} of shape {Text(from)} at positions of shape {Text(at)}: as many dimensions, "
                + "and none but that one larger.");
    }
}
