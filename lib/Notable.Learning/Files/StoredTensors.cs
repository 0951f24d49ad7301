using Notable.Learning.Acceleration;
using TorchSharp;

namespace Notable.Learning.Files;

/// <summary>Converts between the tensors of a weights file, which are only bytes, and libtorch tensors.</summary>
public static class StoredTensors
{
    /// <summary>Creates a tensor on the CPU with a copy of the stored bytes.</summary>
    /// <exception cref="NotSupportedException">libtorch has no such element type here (for example F8_E4M3).</exception>
    public static torch.Tensor ToTensor(this StoredTensor stored) => TensorBytes.FromBytes(stored.Data.Span, TypeOf(stored), stored.Shape);

    /// <summary>Copies a tensor's elements under a name, converted to another element type if given.</summary>
    public static StoredTensor ToStored(this torch.Tensor tensor, string name, torch.ScalarType? type = null)
    {
        using var converted = tensor.detach().to(type ?? tensor.dtype, disposeAfter: true);
        return new StoredTensor(name, SpellingOf(converted.dtype), converted.shape, TensorBytes.ToBytes(converted));
    }

    /// <summary>
    /// Creates a tensor for each tensor of the file, by name, for <c>load_state_dict</c>. Dispose them, or call this in a dispose scope.
    /// </summary>
    public static Dictionary<string, torch.Tensor> ToStateDict(this TensorFile file) =>
        file.Tensors.ToDictionary(item => item.Key, item => item.Value.ToTensor());

    /// <summary>Copies a module's parameters and buffers, in the order of its state dict.</summary>
    /// <param name="module">The module.</param>
    /// <param name="floats">Type to store floating-point tensors in (float16 halves the file); their own by default.</param>
    public static IReadOnlyList<StoredTensor> ToStored(this torch.nn.Module module, torch.ScalarType? floats = null) =>
        [.. module.state_dict().Select(item => ToStored(item.Value, item.Key, item.Value.is_floating_point() ? floats : null))];

    private static torch.ScalarType TypeOf(StoredTensor stored) => stored.DType switch
    {
        "U8" => torch.ScalarType.Byte,
        "I8" => torch.ScalarType.Int8,
        "I16" => torch.ScalarType.Int16,
        "I32" => torch.ScalarType.Int32,
        "I64" => torch.ScalarType.Int64,
        "F16" => torch.ScalarType.Float16,
        "BF16" => torch.ScalarType.BFloat16,
        "F32" => torch.ScalarType.Float32,
        "F64" => torch.ScalarType.Float64,
        "BOOL" => torch.ScalarType.Bool,
        _ => throw new NotSupportedException($"The tensor {stored.Name} has elements of type {stored.DType}, which is not supported."),
    };

    private static string SpellingOf(torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte => "U8",
        torch.ScalarType.Int8 => "I8",
        torch.ScalarType.Int16 => "I16",
        torch.ScalarType.Int32 => "I32",
        torch.ScalarType.Int64 => "I64",
        torch.ScalarType.Float16 => "F16",
        torch.ScalarType.BFloat16 => "BF16",
        torch.ScalarType.Float32 => "F32",
        torch.ScalarType.Float64 => "F64",
        torch.ScalarType.Bool => "BOOL",
        _ => throw new NotSupportedException($"Weights files have no name for elements of type {type}."),
    };
}
