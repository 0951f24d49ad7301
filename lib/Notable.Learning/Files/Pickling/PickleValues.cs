namespace Notable.Learning.Files.Pickling;

// A loaded pickle consists of null, bool, long, Int128, double, string, List<object?>, and these.

/// <summary>A Python tuple.</summary>
internal sealed record PickleTuple(params object?[] Items);

/// <summary>A Python dict or OrderedDict with strings as keys; duplicates are refused.</summary>
internal sealed class PickleDictionary : OrderedDictionary<string, object?>
{
    public void Put(object? key, object? value)
    {
        if (key is not string name)
            throw new PickleException("a dict with a key that is not text", "names as keys, as in a state dict");
        if (!TryAdd(name, value))
            throw new PickleException($"a name twice in a dict: '{name}'", "each name once");
    }
}

/// <summary>A storage class, such as <c>torch.FloatStorage</c>, identified by its element type.</summary>
internal sealed record StorageType(string DType);

/// <summary>A storage elsewhere in the file: <paramref name="Count"/> elements under <paramref name="Key"/>.</summary>
internal sealed record PickledStorage(string Key, string DType, long Count);

/// <summary>A tensor as a view of a storage; offset and strides count elements. Not validated yet.</summary>
internal sealed record PickledTensor(PickledStorage Storage, long Offset, long[] Shape, long[] Strides);

/// <summary>The functions a state dict may call; all are implemented in C#.</summary>
internal enum PickleFunction
{
    OrderedDict,
    RebuildTensor,
    RebuildParameter,
}
