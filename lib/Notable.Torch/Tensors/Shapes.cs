using System.Globalization;

namespace TorchSharp;

/// <summary>
/// Checks of shapes before a native call: an error there costs 3 ms and says less. Messages carry the shapes.
/// </summary>
internal static class Shapes
{
    internal static string Text(ReadOnlySpan<long> shape) => $"[{string.Join(", ", shape.ToArray())}]";

    internal static int Dimension(long dim, int rank)
    {
        if (dim < -rank || dim >= Math.Max(rank, 1))
            throw new ArgumentOutOfRangeException(nameof(dim), dim,
                string.Create(CultureInfo.InvariantCulture, $"A tensor of {rank} dimensions has none numbered {dim}."));
        return (int)(dim < 0 ? dim + rank : dim);
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
        var along = Dimension(dim, first.Length);
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
}
