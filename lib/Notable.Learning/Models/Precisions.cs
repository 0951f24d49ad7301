using Notable.Learning.Acceleration;

namespace Notable.Learning;

/// <summary>Puts a precision to use.</summary>
internal static class Precisions
{
    /// <summary>Lets this thread's forward passes compute in it until the result is disposed; not around a backward pass.</summary>
    public static IDisposable Begin(this Precision precision) => MixedPrecision.BFloat16(precision == Precision.BFloat16);
}
