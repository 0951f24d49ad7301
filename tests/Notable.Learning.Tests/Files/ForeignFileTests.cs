using System.Text;
using Notable.Testing;
using Notable.Learning.Files;

namespace Notable.Learning.Tests.Files;

public class ForeignFileTests
{
    [Theory]
    [InlineData("", "an empty file")]
    [InlineData("<!DOCTYPE html><html><body>404</body></html>", "a web page (HTML)")]
    [InlineData("\n  <html lang=\"en\">", "a web page (HTML)")]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "XML or HTML text")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 46830571\n", "a git-lfs pointer")]
    [InlineData("Not Found", "text that starts with 'Not Found'")]
    [InlineData("GGUF\u0003\0\0\0", "a GGUF file")]
    [InlineData("\0\u0001\u0002\u0003", "unknown content that starts with the bytes 00010203")]
    public void A_file_of_another_kind_is_called_what_it_looks_like(string content, string look)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        Assert.Contains(look, TestFile.Refusal(bytes, "resnet18.pth"));
        Assert.Contains(look, TestFile.Refusal(bytes, "resnet18.safetensors"));
    }

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", "text that starts with 'a,b,c'")]
    [InlineData("<!DOCTYPE html><html></html>", "a web page (HTML)")]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\b\0", "a zip archive")]
    public void A_model_file_of_another_kind_is_called_what_it_looks_like(string content, string look)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["model.safetensors"], content);
        var error = Assert.Throws<WeightsFileException>(() => Predictor.Load(folder["model.safetensors"]));
        Assert.Contains($"found {look}", error.Message);
        Assert.Contains("expected a safetensors file, such as one written by 'notable train' or learn.Export", error.Message);
    }

    [Theory]
    [InlineData(new byte[] { 0x89, (byte)'H', (byte)'D', (byte)'F' }, "an HDF5 file")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 0 }, "a gzip archive")]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, "a picture")]
    public void Binary_files_too(byte[] content, string look) => Assert.Contains(look, TestFile.Refusal(content));

    [Fact]
    public void A_tar_of_the_first_PyTorch_says_what_to_do()
    {
        var tar = new byte[1024];
        "ustar"u8.CopyTo(tar.AsSpan(257));
        Assert.Contains("save its state_dict again", TestFile.Refusal(tar));
    }

    [Fact]
    public void The_name_of_a_file_does_not_matter()
        => Assert.Equal(["w"], TestFile.Read(Pth.Zip(Pth.Benign), "wrongly.safetensors").Tensors.Keys);

    [Fact]
    public void PthFile_takes_no_safetensors()
    {
        using var folder = new TemporaryFolder();
        Safetensors.Write(folder["m"], []);
        Assert.Throws<WeightsFileException>(() => PthFile.Read(folder["m"]));
    }
}
