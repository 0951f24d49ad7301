using System.Text.Json;

namespace Notable.Learning.Files;

/// <summary>A tensor's entry in the header; its byte range is relative to the header's end.</summary>
internal sealed record SafetensorsEntry(string Name, string DType, long[] Shape, long Begin, long End);

/// <summary>A safetensors header, read token by token to preserve the order and detect duplicates.</summary>
internal sealed record SafetensorsHeader(IReadOnlyList<SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    public const string MetadataKey = "__metadata__";

    // libtorch's limit.
    private const int MaxDimensions = 64;

    public static SafetensorsHeader Parse(OpenedFile file, byte[] json)
    {
        try
        {
            return new Parser(file).Header(json);
        }
        // Utf8JsonReader reports text that is not UTF-8 with an InvalidOperationException.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw file.Refuse($"a header that is not JSON ({e.Message})", "the header of a safetensors file", e);
        }
    }

    private sealed class Parser(OpenedFile file)
    {
        private readonly List<SafetensorsEntry> entries = [];
        private readonly HashSet<string> names = [];
        private Dictionary<string, string>? metadata;

        public SafetensorsHeader Header(byte[] json)
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 8 });
            reader.Read();
            Require(reader.TokenType == JsonTokenType.StartObject, "a header that is not an object", "{\"name\": {...}, ...}");
            while (NextName(ref reader) is { } name)
            {
                if (name == MetadataKey)
                    ReadMetadata(ref reader);
                else
                    ReadTensor(ref reader, name);
            }
            reader.Read();
            return new SafetensorsHeader(entries, metadata ?? []);
        }

        private void ReadMetadata(ref Utf8JsonReader reader)
        {
            Require(metadata is null, $"{MetadataKey} twice", "it once");
            metadata = [];
            reader.Read();
            Require(reader.TokenType == JsonTokenType.StartObject, $"{MetadataKey} that is not an object", "text by key");
            while (NextName(ref reader) is { } key)
            {
                reader.Read();
                var quoted = UntrustedText.Quote(key);
                Require(reader.TokenType == JsonTokenType.String, $"a {reader.TokenType} under {MetadataKey} {quoted}", "text");
                Require(metadata.TryAdd(key, reader.GetString()!), $"{MetadataKey} {quoted} twice", "each key once");
            }
        }

        private void ReadTensor(ref Utf8JsonReader reader, string name)
        {
            var quoted = UntrustedText.Quote(name);
            Require(names.Add(name), $"the tensor {quoted} twice", "each name once");
            Require(names.Count <= file.Limits.MaxTensors, $"more than {file.Limits.MaxTensors:N0} tensors", "fewer");
            reader.Read();
            Require(reader.TokenType == JsonTokenType.StartObject,
                $"the tensor {quoted} without an object", "its dtype, shape and data_offsets");

            string? dtype = null;
            long[]? shape = null, offsets = null;
            while (NextName(ref reader) is { } field)
            {
                reader.Read();
                switch (field)
                {
                    case "dtype" when dtype is null && reader.TokenType == JsonTokenType.String:
                        dtype = reader.GetString();
                        break;
                    case "shape" when shape is null:
                        shape = ReadNumbers(ref reader, name, field, MaxDimensions);
                        break;
                    case "data_offsets" when offsets is null:
                        offsets = ReadNumbers(ref reader, name, field, 2);
                        break;
                    default:
                        throw file.Refuse($"the field {UntrustedText.Quote(field)} of tensor {quoted} as {reader.TokenType}",
                            "dtype, shape and data_offsets, each once");
                }
            }
            if (dtype is null || shape is null || offsets is not [var begin, var end])
                throw file.Refuse($"the tensor {quoted} without all of its fields", "dtype, shape and two data_offsets");
            entries.Add(new SafetensorsEntry(name, dtype, shape, begin, end));
        }

        private long[] ReadNumbers(ref Utf8JsonReader reader, string name, string field, int most)
        {
            var where = $"{field} of tensor {UntrustedText.Quote(name)}";
            Require(reader.TokenType == JsonTokenType.StartArray, $"{where} as {reader.TokenType}", "a list of numbers");
            var numbers = new List<long>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Require(numbers.Count < most, $"{where} longer than {most}", "at most that");
                Require(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number) && number >= 0,
                    $"something other than integers from 0 in {where}", "integers from 0");
                numbers.Add(reader.GetInt64());
            }
            return [.. numbers];
        }

        private static string? NextName(ref Utf8JsonReader reader)
            => reader.Read() && reader.TokenType == JsonTokenType.PropertyName ? reader.GetString() : null;

        private void Require(bool holds, string found, string expected)
        {
            if (!holds)
                throw file.Refuse(found, $"{expected} in a safetensors header");
        }
    }
}
