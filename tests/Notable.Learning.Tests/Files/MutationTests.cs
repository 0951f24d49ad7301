using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

public class MutationTests
{
    [Theory]
    [InlineData("safetensors", 1)]
    [InlineData("zip", 2)]
    [InlineData("legacy", 3)]
    public void Whatever_breaks_in_a_file_reading_gives_tensors_or_a_WeightsFileException(string format, int seed)
    {
        using var folder = new TemporaryFolder();
        var valid = format switch { "zip" => Pth.Zip(Pth.Benign), "legacy" => Pth.BenignLegacy, _ => Tiny(folder["valid"]) };
        var random = new Random(seed);
        var refused = 0;
        for (var i = 0; i < 600; i++)
        {
            var mutated = Mutate(valid, random);
            File.WriteAllBytes(folder["mutated"], mutated);
            try
            {
                foreach (var tensor in WeightsFile.Read(folder["mutated"]).Tensors.Values)
                    Assert.Equal(tensor.ElementCount * tensor.ElementSize, tensor.Data.Length);
            }
            catch (WeightsFileException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 300, 600);
    }

    private static byte[] Mutate(byte[] valid, Random random)
    {
        byte[] bytes = random.Next(4) == 0 ? valid[..random.Next(valid.Length)] : [.. valid];
        if (bytes.Length > 0)
            for (var flips = random.Next(1, 5); flips > 0; flips--)
            {
                ref var target = ref bytes[random.Next(bytes.Length)];
                target = random.Next(3) == 0 ? (byte)random.Next(256) : (byte)(target ^ (1 << random.Next(8)));
            }
        return bytes;
    }

    private static byte[] Tiny(string path)
    {
        StoredTensor[] tensors = [new("w", "F32", [2, 3], Pth.SixFloats), new("n", "I64", [], new byte[8])];
        Safetensors.Write(path, tensors, new Dictionary<string, string> { ["a"] = "b" });
        return File.ReadAllBytes(path);
    }
}
