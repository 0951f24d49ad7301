using System.Runtime.InteropServices;
using Notable.Torch.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A tensor without dimensions that holds a truth value.</summary>
    public static Tensor tensor(bool scalar, Device? device = null, bool requires_grad = false) => Single(scalar, null, device, requires_grad);
    /// <summary>A tensor without dimensions that holds an integer.</summary>
    public static Tensor tensor(int scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Single(scalar, dtype, device, requires_grad);
    /// <summary>A tensor without dimensions that holds an integer.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Single(scalar, dtype, device, requires_grad);
    /// <summary>A tensor without dimensions that holds a number.</summary>
    public static Tensor tensor(float scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Single(scalar, dtype, device, requires_grad);
    /// <summary>A tensor without dimensions that holds a number.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Single(scalar, dtype, device, requires_grad);

    /// <summary>A vector with a copy of these values.</summary>
    public static Tensor tensor(bool[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<bool>(dataArray, [dataArray.Length], dtype, device, requires_grad);
    /// <summary>A vector with a copy of these values.</summary>
    public static Tensor tensor(byte[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<byte>(dataArray, [dataArray.Length], dtype, device, requires_grad);
    /// <summary>A vector with a copy of these values.</summary>
    public static Tensor tensor(int[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<int>(dataArray, [dataArray.Length], dtype, device, requires_grad);
    /// <summary>A vector with a copy of these values.</summary>
    public static Tensor tensor(long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<long>(dataArray, [dataArray.Length], dtype, device, requires_grad);
    /// <summary>A vector with a copy of these values.</summary>
    public static Tensor tensor(float[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<float>(dataArray, [dataArray.Length], dtype, device, requires_grad);
    /// <summary>A vector with a copy of these values.</summary>
    public static Tensor tensor(double[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<double>(dataArray, [dataArray.Length], dtype, device, requires_grad);

    /// <summary>A tensor of this shape with a copy of these values, row-major.</summary>
    public static Tensor tensor(bool[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<bool>(dataArray, dimensions, dtype, device, requires_grad);
    /// <summary>A tensor of this shape with a copy of these values, row-major.</summary>
    public static Tensor tensor(byte[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<byte>(dataArray, dimensions, dtype, device, requires_grad);
    /// <summary>A tensor of this shape with a copy of these values, row-major.</summary>
    public static Tensor tensor(int[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<int>(dataArray, dimensions, dtype, device, requires_grad);
    /// <summary>A tensor of this shape with a copy of these values, row-major.</summary>
    public static Tensor tensor(long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<long>(dataArray, dimensions, dtype, device, requires_grad);
    /// <summary>A tensor of this shape with a copy of these values, row-major.</summary>
    public static Tensor tensor(float[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<float>(dataArray, dimensions, dtype, device, requires_grad);
    /// <summary>A tensor of this shape with a copy of these values, row-major.</summary>
    public static Tensor tensor(double[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Copied<double>(dataArray, dimensions, dtype, device, requires_grad);

    /// <summary>
    /// A tensor of this shape with a copy of these values, row-major. For the TorchSharp package an array has to be cast to
    /// <c>IList&lt;float&gt;</c>: it takes Memory too, and an array is both.
    /// </summary>
    public static Tensor tensor(IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copied<float>(rawArray as float[] ?? [.. rawArray], dimensions, dtype, device, requires_grad);

    /// <summary>A tensor with the shape and a copy of the values of an array of any rank (float, double, int, long, byte, bool ...).</summary>
    /// <exception cref="ArgumentException">A tensor cannot hold elements of that type.</exception>
    public static Tensor from_array(Array rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var element = ElementTypes.Of(rawArray.GetType().GetElementType()!);
        var size = Enumerable.Range(0, rawArray.Rank).Select(rawArray.GetLongLength).ToArray();
        unsafe
        {
            var pin = GCHandle.Alloc(rawArray, GCHandleType.Pinned);
            try
            {
                var length = checked((int)(rawArray.LongLength * ElementTypes.Size(element)));
                return FromBytes(new ReadOnlySpan<byte>((void*)pin.AddrOfPinnedObject(), length), element, size, dtype, device, requires_grad);
            }
            finally
            {
                pin.Free();
            }
        }
    }

    /// <summary>A tensor on the host with a copy of raw element bytes.</summary>
    internal static Tensor FromBytes(ReadOnlySpan<byte> bytes, ScalarType type, ReadOnlySpan<long> size)
    {
        Shapes.CheckBytes(bytes.Length, type, size);
        return Tensor.Of(Native.nt_from_bytes(bytes, size, size.Length, (int)type));
    }

    private static Tensor FromBytes(ReadOnlySpan<byte> bytes, ScalarType type, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var made = FromBytes(bytes, type, size);
        if ((dtype is not null && dtype != type) || device is { type: not DeviceType.CPU }) made = made.to(dtype ?? type, device ?? CPU, disposeAfter: true);
        return requires_grad ? made.requires_grad_() : made;
    }

    private static Tensor Copied<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requires_grad) where T : unmanaged =>
        FromBytes(MemoryMarshal.AsBytes(values), ElementTypes.Of<T>(), size, dtype, device, requires_grad);

    private static Tensor Single<T>(T value, ScalarType? dtype, Device? device, bool requires_grad) where T : unmanaged =>
        Copied(new ReadOnlySpan<T>(in value), [], dtype, device, requires_grad);
}
