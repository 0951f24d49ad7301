using System.Buffers.Binary;
using System.Globalization;
using Notable.Learning.Files.Pickling;

namespace Notable.Learning.Files;

/// <summary>
/// <c>torch.save</c>'s format before PyTorch 1.6: five pickles (magic number, protocol, system information, state dict, storage keys), then
/// for each key the number of elements as a 64-bit integer and the elements.
/// </summary>
internal static class LegacyCheckpoint
{
    private const int MaxPickleBytes = 16 << 20;
    private const long Protocol = 1001;

    private static readonly Int128 Magic
        = Int128.Parse("1950a86a20f9469cfc6c", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    public static TensorFile Read(OpenedFile file)
    {
        var unpickler = new Unpickler(file.Head(MaxPickleBytes));
        if (unpickler.Load() is not Int128 magic || magic != Magic)
            throw file.Refuse("a Python pickle that torch.save did not write", "a PyTorch state dict (.pth)");
        if (unpickler.Load() is not Protocol)
            throw file.Refuse("another protocol of torch.save", $"{Protocol}");
        if (unpickler.Load() is not PickleDictionary machine || machine.GetValueOrDefault("little_endian") is not true)
            throw file.Refuse("elements in another byte order than little-endian", "a file saved on a little-endian machine");
        var root = unpickler.Load();
        var storages = StateDict.Storages(file, root);
        if (unpickler.Load() is not List<object?> keys)
            throw file.Refuse("no list of storages after the state dict", "one");
        return StateDict.Build(file, root, Storages(file, storages, keys, unpickler.Position));
    }

    private static Dictionary<string, byte[]> Storages(
        OpenedFile file, Dictionary<string, PickledStorage> storages, List<object?> keys, long position)
    {
        var bytes = new Dictionary<string, byte[]>();
        foreach (var key in keys)
        {
            if (key is not string name || !storages.TryGetValue(name, out var storage) || bytes.ContainsKey(name))
                throw file.Refuse("a storage without a tensor, or a duplicate one", "each storage of a tensor once");
            var length = StateDict.ByteCount(file, storage);
            if (length > file.Length - position - sizeof(long))
                throw file.Refuse($"{file.Length - position:N0} bytes from byte {position:N0} on",
                    $"a storage of {length:N0} bytes there; is the download complete?");
            var count = BinaryPrimitives.ReadInt64LittleEndian(file.Bytes(position, sizeof(long)));
            if (count != storage.Count)
                throw file.Refuse($"a storage of {count:N0} elements", $"{storage.Count:N0}, as in the state dict");
            bytes.Add(name, file.Bytes(position + sizeof(long), length));
            position += sizeof(long) + length;
        }
        return bytes.Count == storages.Count
            ? bytes
            : throw file.Refuse($"{bytes.Count} storages", $"{storages.Count}, as the tensors use");
    }
}
