using System.Numerics;
using System.Runtime.InteropServices;

namespace Notable.Learning.Files;

/// <summary>Checks whether stored numbers are all finite, by their bits: needs neither libtorch nor a copy.</summary>
public static class FiniteNumbers
{
    /// <summary>Returns whether the tensor contains neither infinities nor NaN. Always true for integers.</summary>
    /// <exception cref="NotSupportedException">The element type is an 8-bit floating-point type.</exception>
    public static bool IsFinite(this StoredTensor stored) => stored.DType switch
    {
        // An exponent with all bits set is an infinity or NaN.
        "F16" => !Any<ushort>(stored, 0x7C00),
        "BF16" => !Any<ushort>(stored, 0x7F80),
        "F32" => !Any(stored, 0x7F80_0000u),
        "F64" => !Any(stored, 0x7FF0_0000_0000_0000ul),
        "F8_E4M3" or "F8_E5M2" => throw new NotSupportedException($"the tensor {stored.Name} has elements of type {stored.DType}; expected 16 bits or more"),
        _ => true,
    };

    /// <summary>Throws if a number in a file is not finite.</summary>
    /// <exception cref="WeightsFileException">A number is not finite; the message names the first such tensor.</exception>
    internal static void Require(TensorFile file, string path)
    {
        foreach (var stored in file.Tensors.Values.Where(stored => !stored.DType.StartsWith("F8", StringComparison.Ordinal) && !stored.IsFinite()))
            throw new WeightsFileException(path, $"tensor {UntrustedText.Quote(stored.Name)} with infinite or undefined numbers (NaN)", "finite numbers");
    }

    private static bool Any<T>(StoredTensor stored, T ones) where T : unmanaged, IBinaryInteger<T>
    {
        var bits = MemoryMarshal.Cast<byte, T>(stored.Data.Span);
        var (mask, done) = (new Vector<T>(ones), 0);
        for (; done <= bits.Length - Vector<T>.Count; done += Vector<T>.Count)
            if (Vector.EqualsAny(new Vector<T>(bits[done..]) & mask, mask))
                return true;
        foreach (var rest in bits[done..])
            if ((rest & ones) == ones)
                return true;
        return false;
    }
}
