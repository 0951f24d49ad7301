using System.Buffers.Binary;
using System.Text.Json;
using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

public sealed class SafetensorsRoundTripTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static StoredTensor[] Mixed =>
    [
        new("half", "F16", [3], new byte[] { 1, 2, 3, 4, 5, 6 }),
        new("count", "I64", [], new byte[] { 7, 0, 0, 0, 0, 0, 0, 0 }),
        new("nothing", "F32", [2, 0], ReadOnlyMemory<byte>.Empty),
        new("größe \"1\"", "BOOL", [1], new byte[] { 1 }),
        new("weight", "F32", [1, 2], new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }),
    ];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again_in_the_same_order()
    {
        Safetensors.Write(folder["m"], Mixed, new Dictionary<string, string> { ["size"] = "224", ["labels"] = "[\"$50\"]" });

        var read = WeightsFile.Read(folder["m"]);

        Assert.Equal(Mixed.Select(tensor => tensor.Name), read.Tensors.Keys);
        foreach (var tensor in Mixed)
        {
            var same = read.Tensors[tensor.Name];
            Assert.Equal(tensor.DType, same.DType);
            Assert.Equal(tensor.Shape, same.Shape);
            Assert.Equal(tensor.Data.ToArray(), same.Data.ToArray());
        }
        Assert.Equal("224", read.Metadata["size"]);
        Assert.Equal("[\"$50\"]", read.Metadata["labels"]);
    }

    [Fact]
    public void Every_tensor_lies_aligned_to_its_elements_from_the_start_of_the_file()
    {
        Safetensors.Write(folder["m"], Mixed);

        var bytes = File.ReadAllBytes(folder["m"]);
        var header = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal(0, header % 8);
        using var json = JsonDocument.Parse(bytes.AsMemory(8, header));
        Assert.Equal(Mixed.Select(tensor => tensor.Name), json.RootElement.EnumerateObject().Select(entry => entry.Name));
        foreach (var tensor in Mixed)
        {
            var begin = json.RootElement.GetProperty(tensor.Name).GetProperty("data_offsets")[0].GetInt32();
            Assert.Equal(0, begin % tensor.ElementSize);
            Assert.Equal(tensor.Data.ToArray(), bytes[(8 + header + begin)..][..tensor.Data.Length]);
        }
    }

    [Fact]
    public void The_same_tensors_give_the_same_bytes()
    {
        Safetensors.Write(folder["a"], Mixed);
        Safetensors.Write(folder["b"], Mixed);
        Assert.Equal(File.ReadAllBytes(folder["a"]), File.ReadAllBytes(folder["b"]));
    }

    [Fact]
    public void An_existing_file_is_replaced_and_nothing_is_left_beside_it()
    {
        File.WriteAllText(folder["m"], "old");
        Safetensors.Write(folder["m"], Mixed);
        Assert.Equal([folder["m"]], Directory.GetFiles(folder.Path));
        Assert.Equal(5, WeightsFile.Read(folder["m"]).Tensors.Count);
    }

    [Fact]
    public void A_refused_write_leaves_the_old_file_alone()
    {
        File.WriteAllText(folder["m"], "old");
        StoredTensor[] tooShort = [new("w", "F32", [2], new byte[4])];
        Assert.Contains("'w'", Assert.Throws<ArgumentException>(() => Safetensors.Write(folder["m"], tooShort)).Message);
        Assert.Equal("old", File.ReadAllText(folder["m"]));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("w", "w", "F32")]
    [InlineData("w", "__metadata__", "F32")]
    [InlineData("w", "v", "F31")]
    public void Names_and_element_types_are_checked_before_writing(string first, string second, string dtype)
        => Assert.Throws<ArgumentException>(() => Safetensors.Write(folder["m"],
            [new(first, "F32", [1], new byte[4]), new(second, dtype, [1], new byte[4])]));

    [Fact]
    public void A_file_without_tensors_is_a_file()
    {
        Safetensors.Write(folder["m"], []);
        Assert.Empty(WeightsFile.Read(folder["m"]).Tensors);
    }
}
