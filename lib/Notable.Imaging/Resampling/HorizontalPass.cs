using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Notable.Imaging.Resampling;

/// <summary>Resamples one row of RGB pixels to another width.</summary>
internal static class HorizontalPass
{
    /// <summary>
    /// Fills <paramref name="target"/> from <paramref name="source"/>, which starts at the row's first pixel and may extend beyond the row.
    /// </summary>
    public static void Run(ReadOnlySpan<byte> source, ResampleWeights weights, Span<byte> target)
    {
        var pixels = target.Length / 3;
        // A vector load reads eight bytes, more than the six of two pixels or the three of the last one: near the end of the memory that
        // would read beyond it.
        var safe = pixels;
        while (safe > 0 && (!Vector256.IsHardwareAccelerated
            || (weights.Starts[safe - 1] + weights.Counts[safe - 1]) * 3 + 5 > source.Length))
            safe--;
        Vectorized(source, weights, target[..(safe * 3)]);
        for (var x = safe; x < pixels; x++)
            Scalar(source[(weights.Starts[x] * 3)..], weights.TapsOf(x), target.Slice(x * 3, 3));
    }

    /// <summary>Two pixels of the window at a time: four 32-bit lanes each, red, green, blue and an unused one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // else the first pictures of a process pay for unoptimized vector code
    private static void Vectorized(ReadOnlySpan<byte> source, ResampleWeights weights, Span<byte> target)
    {
        ref var row = ref MemoryMarshal.GetReference(source);
        var spread = Vector128.Create((byte)0, 1, 2, 255, 3, 4, 5, 255, 255, 255, 255, 255, 255, 255, 255, 255);
        for (int x = 0, o = 0; o < target.Length; x++, o += 3)
        {
            var taps = weights.TapsOf(x);
            ref var window = ref Unsafe.Add(ref row, weights.Starts[x] * 3);
            var sums = Vector256<int>.Zero;
            var j = 0;
            for (; j < taps.Length - 1; j += 2, window = ref Unsafe.Add(ref window, 6))
                sums += Lanes(ref window, spread) * Vector256.Create(Vector128.Create(taps[j]), Vector128.Create(taps[j + 1]));
            if (j < taps.Length)
                sums += Lanes(ref window, spread) * Vector256.Create(Vector128.Create(taps[j]), Vector128<int>.Zero);
            var sum = (sums.GetLower() + sums.GetUpper() + Vector128.Create(FixedPoint.Half)) >> ResampleWeights.FractionBits;
            sum = Vector128.Clamp(sum, Vector128<int>.Zero, Vector128.Create(255));
            target[o + 2] = (byte)sum[2];
            target[o + 1] = (byte)sum[1];
            target[o] = (byte)sum[0];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Lanes(ref byte window, Vector128<byte> spread)
    {
        var bytes = Vector128.Shuffle(Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref window)).AsByte(), spread);
        return Vector256.WidenLower(Vector256.WidenLower(bytes.ToVector256Unsafe()).AsInt16());
    }

    private static void Scalar(ReadOnlySpan<byte> window, ReadOnlySpan<int> taps, Span<byte> pixel)
    {
        int red = FixedPoint.Half, green = FixedPoint.Half, blue = FixedPoint.Half;
        for (int j = 0, i = 0; j < taps.Length; j++, i += 3)
        {
            red += window[i] * taps[j];
            green += window[i + 1] * taps[j];
            blue += window[i + 2] * taps[j];
        }
        pixel[0] = FixedPoint.ToByte(red);
        pixel[1] = FixedPoint.ToByte(green);
        pixel[2] = FixedPoint.ToByte(blue);
    }
}
