using TorchSharp;
using static TorchSharp.torch;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Numbers for operations that take a <see cref="Scalar"/>. TorchSharp creates one from a C# number and passes only its address to libtorch,
/// so the garbage collector may free it while libtorch reads it: the result is a wrong number, or an exception ("Unknown scalar type"), in
/// about one of ten short trainings. Where this library computes, a number is a local with <c>using</c>, or one of these.
/// </summary>
internal static class SafeScalars
{
    /// <summary>The factor 1 of additions.</summary>
    public static readonly Scalar One = 1;

    /// <summary><c>add_</c> without the temporary scalar that its overload without a factor creates.</summary>
    public static Tensor Plus_(this Tensor tensor, Tensor other) => tensor.add_(other, One);

    /// <summary><c>add</c> without the temporary scalar that its overload without a factor creates.</summary>
    public static Tensor Plus(this Tensor tensor, Tensor other) => tensor.add(other, One);
}
