using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Numbers for operations that take a <see cref="Scalar"/>. TorchSharp makes one from a C# number and hands libtorch its address alone, so that the
/// garbage collector may free it while libtorch reads it: a wrong number, or an exception ("Unknown scalar type"), about once in ten short
/// trainings. Where we compute, a number is a local with <c>using</c>, or one of these.
/// </summary>
internal static class KeptNumbers
{
    /// <summary>1, by which additions multiply what they add.</summary>
    public static readonly Scalar One = 1;

    /// <summary><c>add_</c>, whose form without a factor makes one.</summary>
    public static Tensor Plus_(this Tensor tensor, Tensor other) => tensor.add_(other, One);

    /// <summary><c>add</c>, whose form without a factor makes one.</summary>
    public static Tensor Plus(this Tensor tensor, Tensor other) => tensor.add(other, One);
}
