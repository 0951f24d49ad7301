using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Notable.Imaging.Resampling;

/// <summary>Combines several rows of bytes into one, with a weight for each row.</summary>
internal static class VerticalPass
{
    /// <summary>
    /// Fills <paramref name="target"/> with the weighted sum of as many rows as there are <paramref name="weights"/>; they start
    /// <paramref name="stride"/> bytes apart in <paramref name="rows"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures of a process pay for unoptimized vector code
    public static void Run(ReadOnlySpan<byte> rows, int stride, ReadOnlySpan<int> weights, Span<byte> target)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Length, (weights.Length - 1) * stride + target.Length);
        var i = 0;
        if (Vector256.IsHardwareAccelerated)
            for (; i <= target.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
                SixteenBytes(ref Unsafe.Add(ref MemoryMarshal.GetReference(rows), i), stride, weights).CopyTo(target[i..]);
        for (; i < target.Length; i++)
        {
            var sum = FixedPoint.Half;
            for (var j = 0; j < weights.Length; j++)
                sum += rows[j * stride + i] * weights[j];
            target[i] = FixedPoint.ToByte(sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> SixteenBytes(ref byte row, int stride, ReadOnlySpan<int> weights)
    {
        var (lower, upper) = (Vector256.Create(FixedPoint.Half), Vector256.Create(FixedPoint.Half));
        foreach (var weight in weights)
        {
            var words = Vector256.WidenLower(Vector128.LoadUnsafe(ref row).ToVector256Unsafe()).AsInt16();
            var factor = Vector256.Create(weight);
            lower += Vector256.WidenLower(words) * factor;
            upper += Vector256.WidenUpper(words) * factor;
            row = ref Unsafe.Add(ref row, stride);
        }
        var narrow = Vector256.Narrow(Shifted(lower), Shifted(upper)).AsUInt16();
        return Vector128.Narrow(narrow.GetLower(), narrow.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Shifted(Vector256<int> sum) =>
        Vector256.Clamp(sum >> ResampleWeights.FractionBits, Vector256<int>.Zero, Vector256.Create(255));
}
