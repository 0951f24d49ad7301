using Notable.Learning.Files.Pickling;

namespace Notable.Learning.Files;

/// <summary>Converts a loaded pickle to tensors, given the storages' bytes.</summary>
internal static class StateDict
{
    private const string Advice = "a state dict, names to tensors (in Python: torch.save(model.state_dict(), path))";

    /// <summary>Returns the storages of the tensors in <paramref name="root"/>, by key; a key identifies one storage.</summary>
    public static Dictionary<string, PickledStorage> Storages(OpenedFile file, object? root)
    {
        var storages = new Dictionary<string, PickledStorage>();
        foreach (var (name, tensor) in Tensors(file, root))
            if (!storages.TryAdd(tensor.Storage.Key, tensor.Storage) && storages[tensor.Storage.Key] != tensor.Storage)
                throw file.Refuse(
                    $"tensor {UntrustedText.Quote(name)} in a storage that another tensor uses with a different type or size",
                    "one type and size for each storage");
        return storages;
    }

    /// <summary>Returns the tensors, contiguous.</summary>
    public static TensorFile Build(OpenedFile file, object? root, IReadOnlyDictionary<string, byte[]> bytes)
    {
        var view = new StorageView(file);
        return new TensorFile(Tensors(file, root).Select(named => new StoredTensor(
            named.Name, named.Tensor.Storage.DType, named.Tensor.Shape,
            view.Contiguous(named.Name, named.Tensor, bytes[named.Tensor.Storage.Key]))));
    }

    /// <summary>Returns the size of a storage in bytes; the number of elements comes from the file and is only checked for overflow.</summary>
    public static long ByteCount(OpenedFile file, PickledStorage storage)
    {
        ElementTypes.TrySize(storage.DType, out var size);
        return ElementTypes.ByteCount([storage.Count], size)
            ?? throw file.Refuse($"a storage of {storage.Count:N0} elements", "a number that fits into the file");
    }

    private static IEnumerable<(string Name, PickledTensor Tensor)> Tensors(OpenedFile file, object? root)
    {
        if (root is not PickleDictionary top)
            throw file.Refuse($"{Describe(root)} at its top", Advice);
        var dictionary = Unwrapped(top);
        if (dictionary.Count > file.Limits.MaxTensors)
            throw file.Refuse($"{dictionary.Count:N0} tensors", $"at most {file.Limits.MaxTensors:N0}");
        HashSet<string> names = [];
        foreach (var (name, value) in dictionary)
            yield return value is PickledTensor tensor && names.Add(PlainName(name))
                ? (PlainName(name), tensor)
                : value is PickledTensor ? throw file.Refuse($"two tensors {UntrustedText.Quote(PlainName(name))}", "each name once")
                : throw file.Refuse($"{Describe(value)} under the name {UntrustedText.Quote(name)}", Advice);
    }

    // Trainers save more than weights: {"state_dict": ..., "epoch": ...}; fastai's learn.save {"model": ..., "opt": ...}.
    private static PickleDictionary Unwrapped(PickleDictionary top)
    {
        foreach (var key in (string[])["state_dict", "model_state_dict", "model"])
            if (top.TryGetValue(key, out var inner) && inner is PickleDictionary weights && weights.Values.Any(value => value is PickledTensor))
                return weights;
        return top;
    }

    // Prefixes that DataParallel and torch.compile add to every name.
    private static string PlainName(string name)
    {
        foreach (var prefix in (string[])["_orig_mod.", "module."])
            if (name.StartsWith(prefix, StringComparison.Ordinal))
                name = name[prefix.Length..];
        return name;
    }

    private static string Describe(object? value) => value switch
    {
        PickleDictionary => "a dict",
        List<object?> or PickleTuple => "a list",
        PickledTensor => "one tensor",
        string => "a text",
        null => "None",
        _ => "a number",
    };
}
