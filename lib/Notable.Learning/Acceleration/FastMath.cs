using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Base-2 exponential and logarithm of eight float32 values at a time, with float32 precision. .NET's own go through float64.
/// </summary>
internal static class FastMath
{
    public const float Log2E = 1.442695041f;
    private const float TwoOverLn2 = 2.885390082f, Ln2 = 0.6931471806f;
    private const int TwoThirds = 0x3f2aaaab, MantissaBits = 23, Bias = 127;

    /// <summary>Logarithm of positive, normal numbers: the exponent plus the atanh series of the mantissa, scaled to 2/3 to 4/3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log2(Vector256<float> x)
    {
        var bits = x.AsInt32();
        var exponent = (bits - Vector256.Create(TwoThirds)) >> MantissaBits;
        var mantissa = (bits - (exponent << MantissaBits)).AsSingle();
        var one = Vector256<float>.One;
        var z = (mantissa - one) / (mantissa + one);
        var zz = z * z;
        var series = Vector256.MultiplyAddEstimate(zz, Vector256.Create(1 / 9f), Vector256.Create(1 / 7f));
        series = Vector256.MultiplyAddEstimate(zz, series, Vector256.Create(1 / 5f));
        series = Vector256.MultiplyAddEstimate(zz, series, Vector256.Create(1 / 3f));
        series = Vector256.MultiplyAddEstimate(zz, series, one);
        return Vector256.MultiplyAddEstimate(z * TwoOverLn2, series, Vector256.ConvertToSingle(exponent));
    }

    /// <summary>
    /// 2 to the power x, with x clamped to -126 to 126: the integer part becomes the exponent, the fraction goes into the exponential series.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp2(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-126f)), Vector256.Create(126f));
        var whole = Vector256.Round(x);
        var f = (x - whole) * Ln2;
        var one = Vector256<float>.One;
        var series = Vector256.MultiplyAddEstimate(f, Vector256.Create(1 / 720f), Vector256.Create(1 / 120f));
        series = Vector256.MultiplyAddEstimate(f, series, Vector256.Create(1 / 24f));
        series = Vector256.MultiplyAddEstimate(f, series, Vector256.Create(1 / 6f));
        series = Vector256.MultiplyAddEstimate(f, series, Vector256.Create(1 / 2f));
        series = Vector256.MultiplyAddEstimate(f, series, one);
        series = Vector256.MultiplyAddEstimate(f, series, one);
        return series * ((Vector256.ConvertToInt32(whole) + Vector256.Create(Bias)) << MantissaBits).AsSingle();
    }
}
