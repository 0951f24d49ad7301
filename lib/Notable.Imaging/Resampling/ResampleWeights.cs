namespace Notable.Imaging.Resampling;

/// <summary>
/// For each output position of one axis: the start and length of its input window, and the fixed-point weights. Pillow's antialiased
/// bilinear filter (a triangle whose half-width is the shrink factor, at least 1), with weights rounded to 22 fractional bits.
/// </summary>
/// <param name="Starts">First input index of each window.</param>
/// <param name="Counts">Input samples in each window.</param>
/// <param name="Stride">Number of elements per window in <paramref name="Weights"/>.</param>
/// <param name="Weights">The weights, in units of 2^-22.</param>
internal sealed record ResampleWeights(int[] Starts, int[] Counts, int Stride, int[] Weights)
{
    /// <summary>Fractional bits of a weight: sums of 8-bit samples then fit into 32 bits with sign.</summary>
    public const int FractionBits = 22;

    /// <summary>Returns the weights of one output position.</summary>
    public ReadOnlySpan<int> TapsOf(int position) => Weights.AsSpan(position * Stride, Counts[position]);

    /// <summary>Computes the weights from <paramref name="input"/> samples to <paramref name="output"/>.</summary>
    public static ResampleWeights For(int input, int output)
    {
        var scale = (double)input / output;
        var support = Math.Max(scale, 1.0);
        var stride = (int)Math.Ceiling(support) * 2 + 1;
        var result = new ResampleWeights(new int[output], new int[output], stride, new int[checked(output * stride)]);
        var window = new double[stride];
        for (var i = 0; i < output; i++)
        {
            var center = (i + 0.5) * scale;
            var start = Math.Max(0, (int)(center - support + 0.5));
            var count = Math.Min(input, (int)(center + support + 0.5)) - start;
            var total = 0.0;
            for (var j = 0; j < count; j++)
                total += window[j] = Triangle((start + j - center + 0.5) * (1.0 / support));
            for (var j = 0; j < count; j++)
                result.Weights[i * stride + j] = (int)(0.5 + window[j] / total * (1 << FractionBits));
            // A zero weight at the end has no effect; dropping it saves a multiplication.
            while (count > 1 && result.Weights[i * stride + count - 1] == 0)
                count--;
            (result.Starts[i], result.Counts[i]) = (start, count);
        }
        return result;
    }

    private static double Triangle(double x) => Math.Max(0.0, 1.0 - Math.Abs(x));
}
