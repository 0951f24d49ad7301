namespace Notable.Learning.Files;

/// <summary>Content of a weights file: tensors by name, in the order of the file, and metadata strings by key.</summary>
public sealed class TensorFile
{
    /// <summary>Creates a file content from tensors and metadata.</summary>
    /// <param name="tensors">The tensors; their order is kept.</param>
    /// <param name="metadata">Strings by key; none by default.</param>
    /// <exception cref="ArgumentException">Two tensors have the same name.</exception>
    public TensorFile(IEnumerable<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        var byName = new OrderedDictionary<string, StoredTensor>();
        foreach (var tensor in tensors)
            if (!byName.TryAdd(tensor.Name, tensor))
                throw new ArgumentException($"two tensors are named '{tensor.Name}'; expected each name once", nameof(tensors));
        Tensors = byName;
        Metadata = metadata ?? new Dictionary<string, string>();
    }

    /// <summary>The tensors by name; enumerates in the file's order.</summary>
    public IReadOnlyDictionary<string, StoredTensor> Tensors { get; }

    /// <summary>The metadata strings by key (safetensors' <c>__metadata__</c>); empty for a <c>.pth</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }
}
