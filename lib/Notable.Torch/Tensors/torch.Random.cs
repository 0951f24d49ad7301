using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Draws from [0, 1), all equally likely.</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Fill.Rand, size, dtype, device, requires_grad, generator);
    /// <inheritdoc cref="rand(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor rand(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Fill.Rand, size, dtype, device, requires_grad, generator);
    /// <inheritdoc cref="rand(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor rand(long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Fill.Rand, [dim0], dtype, device, requires_grad, generator);
    /// <inheritdoc cref="rand(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor rand(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Fill.Rand, [dim0, dim1], dtype, device, requires_grad, generator);

    /// <summary>Draws from the normal distribution of mean 0 and deviation 1.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Fill.Randn, size, dtype, device, requires_grad, generator);
    /// <inheritdoc cref="randn(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randn(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Fill.Randn, size, dtype, device, requires_grad, generator);
    /// <inheritdoc cref="randn(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randn(long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Fill.Randn, [dim0], dtype, device, requires_grad, generator);
    /// <inheritdoc cref="randn(ReadOnlySpan{long}, ScalarType?, Device?, bool, Generator?)"/>
    public static Tensor randn(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Made(Fill.Randn, [dim0, dim1], dtype, device, requires_grad, generator);

    /// <summary>Integers from 0 up to, and without, a bound, all equally likely.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, Generator? generator = null) =>
        randint(0, high, size, dtype, device, generator);
    /// <summary>Integers from one bound up to, and without, another, all equally likely.</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, Generator? generator = null)
    {
        var (type, index) = Placement.Of(device);
        return Tensor.Of(Native.nt_randint(low, high, size, size.Length, Generator.HandleOf(generator),
            (int)(dtype ?? ScalarType.Int64), type, index));
    }

    /// <summary>The integers from 0 to n - 1 in random order: PyTorch's order for the same seed.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var (type, index) = Placement.Of(device);
        return Tensor.Of(Native.nt_randperm(n, Generator.HandleOf(generator), (int)(dtype ?? ScalarType.Int64), type, index))
            .requires_grad_(requires_grad);
    }
}
