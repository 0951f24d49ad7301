using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    private enum Fill { Empty, Zeros, Ones, Rand, Randn }

    /// <summary>A tensor whose elements are whatever the memory held.</summary>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Empty, size, dtype, device, requires_grad);
    /// <inheritdoc cref="empty(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Empty, size, dtype, device, requires_grad);

    /// <summary>A tensor of zeros.</summary>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Zeros, size, dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Zeros, size, dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor zeros(long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Zeros, [dim0], dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor zeros(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Zeros, [dim0, dim1], dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor zeros(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Zeros, [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <inheritdoc cref="zeros(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor zeros(long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Zeros, [dim0, dim1, dim2, dim3], dtype, device, requires_grad);

    /// <summary>A tensor of ones.</summary>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Ones, size, dtype, device, requires_grad);
    /// <inheritdoc cref="ones(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor ones(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Ones, size, dtype, device, requires_grad);
    /// <inheritdoc cref="ones(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor ones(long dim0, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Ones, [dim0], dtype, device, requires_grad);
    /// <inheritdoc cref="ones(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor ones(long dim0, long dim1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Ones, [dim0, dim1], dtype, device, requires_grad);
    /// <inheritdoc cref="ones(ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor ones(long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Made(Fill.Ones, [dim0, dim1, dim2], dtype, device, requires_grad);

    /// <summary>A tensor of one value everywhere; its type is float32, or the value's where that is a truth value or an integer.</summary>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var (type, index) = Placement.Of(device);
        return Tensor.Of(Native.nt_full(size, size.Length, value, (int)(dtype ?? TypeOf(value)), type, index)).requires_grad_(requires_grad);
    }
    /// <inheritdoc cref="full(ReadOnlySpan{long}, Scalar, ScalarType?, Device?, bool)"/>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        full(size.AsSpan(), value, dtype, device, requires_grad);

    /// <summary>Zeros in the shape, type, device and order in memory of another tensor.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Like(Fill.Zeros, input, dtype, device, requires_grad);
    /// <summary>Ones in the shape, type, device and order in memory of another tensor.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Like(Fill.Ones, input, dtype, device, requires_grad);
    /// <summary>Unset memory in the shape, type, device and order in memory of another tensor.</summary>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Like(Fill.Empty, input, dtype, device, requires_grad);

    /// <summary>The numbers from 0 up to, and without, an end.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null) => arange(0, stop, 1, dtype, device);
    /// <summary>The numbers from a start up to, and without, an end.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null) => arange(start, stop, 1, dtype, device);
    /// <summary>The numbers from a start up to, and without, an end, with a step; integers where all three are.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null)
    {
        var (type, index) = Placement.Of(device);
        var natural = start.IsReal || stop.IsReal || step.IsReal ? ScalarType.Float32 : ScalarType.Int64;
        return Tensor.Of(Native.nt_arange(start, stop, step, (int)(dtype ?? natural), type, index));
    }

    /// <summary>Evenly spaced numbers from a start to an end, both part of them.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null)
    {
        var (type, index) = Placement.Of(device);
        return Tensor.Of(Native.nt_linspace(start, end, steps, (int)(dtype ?? ScalarType.Float32), type, index));
    }

    /// <summary>The matrix with ones on its diagonal and zeros elsewhere.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null)
    {
        var (type, index) = Placement.Of(device);
        return Tensor.Of(Native.nt_eye(rows, columns < 0 ? rows : columns, (int)(dtype ?? ScalarType.Float32), type, index));
    }

    private static Tensor Like(Fill fill, Tensor other, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var (type, index) = device is null ? (-1, -1) : Placement.Of(device);
        return Tensor.Of(Native.nt_create_like((int)fill, other.Handle, (int?)dtype ?? -1, type, index)).requires_grad_(requires_grad);
    }

    private static ScalarType TypeOf(Scalar value) =>
        value.IsReal ? ScalarType.Float32 : value.IsBoolean ? ScalarType.Bool : ScalarType.Int64;

    private static Tensor Made(Fill fill, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad, Generator? generator = null)
    {
        Shapes.Count(size);
        var (type, index) = Placement.Of(device);
        return Tensor.Of(Native.nt_create((int)fill, size, size.Length, (int)(dtype ?? ScalarType.Float32), type, index, requires_grad,
            Generator.HandleOf(generator)));
    }
}
