namespace Notable.Learning.Files;

/// <summary>The supported element types of weights files, as safetensors names them, with their sizes in bytes.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<string, int> Sizes = new()
    {
        ["BOOL"] = 1, ["U8"] = 1, ["I8"] = 1, ["F8_E4M3"] = 1, ["F8_E5M2"] = 1,
        ["U16"] = 2, ["I16"] = 2, ["F16"] = 2, ["BF16"] = 2,
        ["U32"] = 4, ["I32"] = 4, ["F32"] = 4,
        ["U64"] = 8, ["I64"] = 8, ["F64"] = 8,
    };

    /// <summary>All supported names, for messages.</summary>
    public static string All => string.Join(' ', Sizes.Keys);

    public static bool TrySize(string dtype, out int size) => Sizes.TryGetValue(dtype, out size);

    /// <summary>Returns the size of a tensor in bytes; null if a dimension is negative or the product does not fit into 63 bits.</summary>
    public static long? ByteCount(ReadOnlySpan<long> shape, int elementSize)
    {
        long bytes = elementSize;
        foreach (var dimension in shape)
        {
            if (dimension < 0 || Math.BigMul(bytes, dimension) > long.MaxValue)
                return null;
            bytes *= dimension;
        }
        return bytes;
    }
}
