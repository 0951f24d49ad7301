using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Notable.Learning.Acceleration;

/// <summary>Computes the rows of an augmented batch: resampling from four neighbor pixels, then light, then normalization.</summary>
internal sealed unsafe class AugmentedRows
{
    public const int Colors = 3;
    private const int Lanes = 8, Padding = 2 * Lanes;
    private const float Margin = 1e-7f;

    private readonly byte* source;
    private readonly float* target;
    private readonly float[] maps, lights, factor, offset, places;
    private readonly int sourceHeight, sourceWidth, height, width;
    private readonly long lastQuad;

    /// <summary>Prepares the work; source and target memory must outlive this object.</summary>
    public AugmentedRows(byte* source, long[] shape, float* target, int height, int width, float[] maps, float[] lights, float[] mean, float[] std)
    {
        this.source = source;
        this.target = target;
        (this.height, this.width) = (height, width);
        (this.maps, this.lights) = (maps, lights);
        (sourceHeight, sourceWidth) = ((int)shape[1], (int)shape[2]);
        lastQuad = shape[0] * shape[1] * shape[2] * Colors - sizeof(uint);
        // The factors of the three colors, repeated, so that one vector load works at any position of a row.
        factor = new float[width * Colors + Padding];
        offset = new float[factor.Length];
        for (var i = 0; i < factor.Length; i++)
            (factor[i], offset[i]) = (1 / (255 * std[i % Colors]), -mean[i % Colors] / std[i % Colors]);
        places = new float[width + Padding];
        for (var i = 0; i < width; i++)
            places[i] = Place(i, width);
    }

    /// <summary>Fills a range of rows, counted through all pictures of the batch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Fill(int begin, int end)
    {
        var numbers = width * Colors;
        var first = ArrayPool<int>.Shared.Rent(width + Padding);
        var room = ArrayPool<float>.Shared.Rent(2 * (width + Padding) + numbers + Padding);
        fixed (int* firsts = first)
        fixed (float* right = room, places = this.places, factor = this.factor, offset = this.offset)
        {
            var below = right + width + Padding;
            var values = below + width + Padding;
            for (var row = begin; row < end; row++)
            {
                var (picture, y) = Math.DivRem(row, height);
                var pixels = source + (long)picture * sourceHeight * sourceWidth * Colors;
                if (maps.Length > 0)
                {
                    Find(maps.AsSpan(picture * 9, 9), Place(y, height), places, firsts, right, below);
                    Read(pixels, firsts, right, below, values);
                }
                else
                {
                    for (var i = 0; i < numbers; i++)
                        values[i] = pixels[y * numbers + i];
                }
                if (lights.Length > 0 && (lights[2 * picture] != 1 || lights[2 * picture + 1] != 0))
                    Light(lights[2 * picture], lights[2 * picture + 1], values, numbers);
                Normalize(values, factor, offset, target + (long)row * numbers, numbers);
            }
        }
        ArrayPool<int>.Shared.Return(first);
        ArrayPool<float>.Shared.Return(room);
    }

    // Maps pixel i of a result of this size to a coordinate from -1 to 1.
    private static float Place(int i, int count) => count > 1 ? 2f * i / (count - 1) - 1 : 0;

    /// <summary>
    /// Finds the source of each pixel in one row: the upper left of its four neighbors as a byte offset, and the fractions toward the right
    /// and the lower ones.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Find(ReadOnlySpan<float> map, float y, float* places, int* firsts, float* right, float* below)
    {
        var (x0, y0, w0) = (Vector256.Create(map[1] * y + map[2]), Vector256.Create(map[4] * y + map[5]), Vector256.Create(map[7] * y + map[8]));
        var (xx, yx, wx) = (Vector256.Create(map[0]), Vector256.Create(map[3]), Vector256.Create(map[6]));
        var (lastX, lastY) = (Vector256.Create(Math.Max(sourceWidth - 2, 0)), Vector256.Create(Math.Max(sourceHeight - 2, 0)));
        var stride = Vector256.Create(sourceWidth * Colors);
        for (var i = 0; i < width; i += Lanes)
        {
            var x = Vector256.Load(places + i);
            var w = Vector256.MultiplyAddEstimate(wx, x, w0);
            var sx = Reflected(Vector256.MultiplyAddEstimate(xx, x, x0) / w, sourceWidth - 1);
            var sy = Reflected(Vector256.MultiplyAddEstimate(yx, x, y0) / w, sourceHeight - 1);
            var column = Vector256.Min(Vector256.ConvertToInt32(sx), lastX);
            var row = Vector256.Min(Vector256.ConvertToInt32(sy), lastY);
            (row * stride + column * Colors).Store(firsts + i);
            (sx - Vector256.ConvertToSingle(column)).Store(right + i);
            (sy - Vector256.ConvertToSingle(row)).Store(below + i);
        }
    }

    // From -1..1 to pixels, reflected back inside as often as needed. NaN becomes 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Reflected(Vector256<float> place, float span)
    {
        var at = (place + Vector256<float>.One) * (0.5f * span);
        var inside = Vector256.Abs(at - Vector256.Round(at * (span > 0 ? 0.5f / span : 0)) * (2 * span));
        return Vector256.ConditionalSelect(Vector256.GreaterThan(inside, Vector256<float>.Zero), Vector256.Min(inside, Vector256.Create(span)), Vector256<float>.Zero);
    }

    /// <summary>
    /// Reads and interpolates those pixels, red, green and blue side by side, 0 to 255. Each store's fourth value is overwritten by the next.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(byte* pixels, int* firsts, float* right, float* below, float* values)
    {
        var (stepX, stepY) = (sourceWidth > 1 ? Colors : 0, sourceHeight > 1 ? sourceWidth * Colors : 0);
        var safe = lastQuad - (pixels - source) - stepX - stepY;
        for (var i = 0; i < width; i++)
        {
            if (firsts[i] > safe)
            {
                ReadOne(pixels + firsts[i], stepX, stepY, right[i], below[i], values + i * Colors);
                continue;
            }
            var upper = pixels + firsts[i];
            var lower = upper + stepY;
            var (a, b, c, d) = (LoadPixel(upper), LoadPixel(upper + stepX), LoadPixel(lower), LoadPixel(lower + stepX));
            var across = Vector128.Create(right[i]);
            var (top, bottom) = (Vector128.MultiplyAddEstimate(across, b - a, a), Vector128.MultiplyAddEstimate(across, d - c, c));
            Vector128.MultiplyAddEstimate(Vector128.Create(below[i]), bottom - top, top).Store(values + i * Colors);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> LoadPixel(byte* bytes)
    {
        var packed = Vector128.CreateScalarUnsafe(*(uint*)bytes).AsByte();
        return Vector128.ConvertToSingle(Sse41.IsSupported
            ? Sse41.ConvertToVector128Int32(packed)
            : Vector128.WidenLower(Vector128.WidenLower(packed)).AsInt32());
    }

    // For the last pixels of the batch, where a load of four bytes would read outside it.
    private static void ReadOne(byte* upper, int stepX, int stepY, float right, float below, float* values)
    {
        for (var color = 0; color < Colors; color++)
        {
            float a = upper[color], b = upper[color + stepX], c = upper[color + stepY], d = upper[color + stepX + stepY];
            var (top, bottom) = (a + right * (b - a), c + right * (d - c));
            values[color] = top + below * (bottom - top);
        }
    }

    /// <summary>Computes v' = sigmoid(scale logit(v) + shift), with v clamped 1e-7 away from 0 and 1, where the logit is infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Light(float scale, float shift, float* values, int count)
    {
        var (low, high, whole) = (Vector256.Create(Margin), Vector256.Create(1 - Margin), Vector256.Create(255f));
        var (scales, shifts) = (Vector256.Create(scale), Vector256.Create(-shift * FastMath.Log2E));
        for (var i = 0; i < count; i += Lanes)
        {
            var v = Vector256.Min(Vector256.Max(Vector256.Load(values + i) * (1 / 255f), low), high);
            var power = Vector256.MultiplyAddEstimate(scales, FastMath.Log2((Vector256<float>.One - v) / v), shifts);
            (whole / (Vector256<float>.One + FastMath.Exp2(power))).Store(values + i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Normalize(float* values, float* factor, float* offset, float* result, int count)
    {
        var i = 0;
        for (; i <= count - Lanes; i += Lanes)
            Vector256.MultiplyAddEstimate(Vector256.Load(values + i), Vector256.Load(factor + i), Vector256.Load(offset + i)).Store(result + i);
        for (; i < count; i++)
            result[i] = values[i] * factor[i] + offset[i];
    }
}
