using Notable.Learning.Acceleration;

namespace Notable.Learning;

/// <summary>Applies a precision to forward passes.</summary>
internal static class Precisions
{
    /// <summary>Lets this thread's forward passes compute in this precision until the result is disposed. Not for backward passes.</summary>
    public static IDisposable Begin(this Precision precision) => MixedPrecision.BFloat16(precision == Precision.BFloat16);
}
