using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

/// <summary>Reads bytes as a file.</summary>
internal static class TestFile
{
    public static TensorFile Read(ReadOnlySpan<byte> content, string name = "model.bin")
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder[name], content);
        return WeightsFile.Read(folder[name]);
    }

    /// <summary>The message that reading gives; it always names the file.</summary>
    public static string Refusal(ReadOnlySpan<byte> content, string name = "model.bin")
    {
        var bytes = content.ToArray();
        var refused = Assert.Throws<WeightsFileException>(() => Read(bytes, name));
        Assert.Contains(name, refused.Message);
        return refused.Message;
    }
}
