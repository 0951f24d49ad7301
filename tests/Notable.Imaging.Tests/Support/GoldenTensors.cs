using System.Buffers.Binary;
using System.Text.Json;

namespace Notable.Imaging.Tests.Support;

/// <summary>The uint8 [height, width, 3] tensors of a golden safetensors file, as pictures.</summary>
internal sealed class GoldenTensors
{
    private readonly Dictionary<string, Picture> pictures = [];

    public GoldenTensors(string path)
    {
        var file = File.ReadAllBytes(path);
        var headerLength = (int)BinaryPrimitives.ReadUInt64LittleEndian(file);
        using var header = JsonDocument.Parse(file.AsMemory(8, headerLength));
        foreach (var entry in header.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            Assert.Equal("U8", entry.Value.GetProperty("dtype").GetString());
            var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(side => side.GetInt32()).ToArray();
            var offsets = entry.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt32()).ToArray();
            var data = file[(8 + headerLength + offsets[0])..(8 + headerLength + offsets[1])];
            pictures[entry.Name] = new Picture(shape[1], shape[0], data);
        }
    }

    public Picture this[string name] => pictures[name];

    public IEnumerable<string> Names => pictures.Keys;
}
