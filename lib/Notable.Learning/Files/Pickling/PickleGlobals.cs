namespace Notable.Learning.Files.Pickling;

/// <summary>The Python globals a state dict may contain, and the results of calling them.</summary>
internal static class PickleGlobals
{
    private static readonly Dictionary<string, object> Known = new()
    {
        ["collections.OrderedDict"] = PickleFunction.OrderedDict,
        ["torch._utils._rebuild_tensor_v2"] = PickleFunction.RebuildTensor,
        ["torch._utils._rebuild_parameter"] = PickleFunction.RebuildParameter,
        ["torch.FloatStorage"] = new StorageType("F32"),
        ["torch.HalfStorage"] = new StorageType("F16"),
        ["torch.BFloat16Storage"] = new StorageType("BF16"),
        ["torch.DoubleStorage"] = new StorageType("F64"),
        ["torch.LongStorage"] = new StorageType("I64"),
        ["torch.IntStorage"] = new StorageType("I32"),
        ["torch.ShortStorage"] = new StorageType("I16"),
        ["torch.CharStorage"] = new StorageType("I8"),
        ["torch.ByteStorage"] = new StorageType("U8"),
        ["torch.BoolStorage"] = new StorageType("BOOL"),
    };

    public static object Resolve(string module, string name)
        => Known.GetValueOrDefault($"{module}.{name}") ?? throw new PickleException(
            $"the Python global '{module}.{name}'; loading it would run code",
            "a state dict with nothing but tensors (in Python: torch.save(model.state_dict(), path))");

    public static object Call(object? function, object? arguments) => (function, arguments) switch
    {
        (PickleFunction.OrderedDict, PickleTuple([])) => new PickleDictionary(),
        (PickleFunction.OrderedDict, PickleTuple([List<object?> pairs])) => Dictionary(pairs),
        (PickleFunction.RebuildTensor,
            PickleTuple([PickledStorage storage, long offset, PickleTuple shape, PickleTuple strides, bool, ..]))
            => new PickledTensor(storage, offset, Numbers(shape), Numbers(strides)),
        (PickleFunction.RebuildParameter, PickleTuple([PickledTensor tensor, bool, ..])) => tensor,
        (PickleFunction known, _)
            => throw new PickleException($"a call of {known} with arguments that PyTorch does not write", "PyTorch's own"),
        _ => throw new PickleException("a call of something that is not a function", "one of a state dict's functions"),
    };

    /// <summary>Returns the storage of a persistent id, as <c>torch.save</c> writes it.</summary>
    public static PickledStorage Storage(object? id) => id switch
    {
        PickleTuple(["storage", StorageType type, string key, string, long count]) => new(key, type.DType, count),
        // Before 1.6 there is a view of the storage as well; PyTorch leaves it empty.
        PickleTuple(["storage", StorageType type, string key, string, long count, null]) => new(key, type.DType, count),
        _ => throw new PickleException("a reference to something other than a storage", "('storage', type, key, place, count)"),
    };

    private static PickleDictionary Dictionary(List<object?> pairs)
    {
        var dictionary = new PickleDictionary();
        foreach (var pair in pairs)
        {
            (object? key, object? value) = pair switch
            {
                PickleTuple([var first, var second]) => (first, second),
                List<object?> and [var first, var second] => (first, second),
                _ => throw new PickleException("an OrderedDict of something other than pairs", "pairs of name and value"),
            };
            dictionary.Put(key, value);
        }
        return dictionary;
    }

    private static long[] Numbers(PickleTuple tuple) => [.. tuple.Items.Select(item => item is long number
        ? number
        : throw new PickleException("a shape or stride that is not an integer", "integers"))];
}
