using Notable.Shared;
using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Notable.Learning.Files;

/// <summary>Arranges tensors and writes them to a safetensors file.</summary>
internal static class SafetensorsWriter
{
    public static void Write(string path, IReadOnlyList<StoredTensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        Validate(tensors);
        StoredTensor[] inFileOrder = [.. tensors.OrderByDescending(tensor => tensor.ElementSize)];
        var header = Header(tensors, Offsets(inFileOrder), metadata);

        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var tensor in inFileOrder)
                stream.Write(tensor.Data.Span);
        });
    }

    private static void Validate(IReadOnlyList<StoredTensor> tensors)
    {
        var names = new HashSet<string>();
        foreach (var tensor in tensors)
        {
            if (tensor.Name == SafetensorsHeader.MetadataKey || !names.Add(tensor.Name))
                throw new ArgumentException(
                    $"a tensor is named '{tensor.Name}'; expected each name once, and none '{SafetensorsHeader.MetadataKey}'",
                    nameof(tensors));
            if (ElementTypes.ByteCount(tensor.Shape, tensor.ElementSize) != tensor.Data.Length)
                throw new ArgumentException(
                    $"tensor '{tensor.Name}' has {tensor.Data.Length} bytes; "
                    + $"expected those of {tensor.DType} [{string.Join(", ", tensor.Shape)}]",
                    nameof(tensors));
        }
    }

    private static Dictionary<string, long> Offsets(StoredTensor[] inFileOrder)
    {
        var offsets = new Dictionary<string, long>();
        var next = 0L;
        foreach (var tensor in inFileOrder)
        {
            offsets.Add(tensor.Name, next);
            next += tensor.Data.Length;
        }
        return offsets;
    }

    private static byte[] Header(
        IReadOnlyList<StoredTensor> tensors, Dictionary<string, long> offsets, IReadOnlyDictionary<string, string>? metadata)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(buffer, options))
        {
            json.WriteStartObject();
            if (metadata is not null)
            {
                json.WriteStartObject(SafetensorsHeader.MetadataKey);
                foreach (var (key, text) in metadata)
                    json.WriteString(key, text);
                json.WriteEndObject();
            }
            foreach (var tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.DType);
                WriteNumbers(json, "shape", tensor.Shape);
                WriteNumbers(json, "data_offsets", [offsets[tensor.Name], offsets[tensor.Name] + tensor.Data.Length]);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        // Spaces after the JSON align the first tensor to 8 bytes.
        while (buffer.WrittenCount % 8 != 0)
            buffer.Write(" "u8);
        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
