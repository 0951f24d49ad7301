using System.Text;
using Notable.Testing;
using Notable.Torch.Interop;

namespace Notable.Torch.Tests;

public class LoadErrorTests
{
    [Fact]
    public void The_native_half_tells_what_it_asks_the_loader_for()
    {
        var library = ElfLibrary.TryRead(Runtime.LibraryPath)!;
        Assert.Contains(library.Needed, name => name.StartsWith("libtorch_cpu", StringComparison.Ordinal));
        Assert.Equal(Path.GetDirectoryName(Runtime.LibraryPath), library.RunPath[0]);
        Assert.Contains(library.RunPath, folder => File.Exists(Path.Combine(folder, "libc10.so")));
    }

    [Fact]
    public void A_missing_libtorch_is_told_with_every_folder_looked_in()
    {
        using var folder = new TemporaryFolder();
        var bytes = File.ReadAllBytes(Runtime.LibraryPath);
        bytes[bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes("libtorch_cpu.so")) + 3] = (byte)'X';
        File.WriteAllBytes(folder["libNotableTorch.so"], bytes);

        var message = Assert.Throws<TorchLoadException>(() => NativeLoader.Load([folder["libNotableTorch.so"]])).Message;

        Assert.Contains("libXorch_cpu.so", message);
        Assert.Contains(folder["libc10.so"], message);
        Assert.Contains(": no such file", message);
        Assert.Contains(": is there", message);
        Assert.Contains("LIBTORCH=", message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u007fELF\u0002\u0001")]
    [InlineData("#!/bin/sh\n")]
    public void What_is_no_library_is_not_read_as_one(string content)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["x.so"], content);
        Assert.Null(ElfLibrary.TryRead(folder["x.so"]));
    }

    [Fact]
    public void A_damaged_library_is_refused_not_followed()
    {
        using var folder = new TemporaryFolder();
        var whole = File.ReadAllBytes(Runtime.LibraryPath);
        var random = new Random(5);
        for (var i = 0; i < 200; i++)
        {
            var bytes = whole.AsSpan(0, random.Next(64, 4096)).ToArray();
            for (var j = 0; j < 8; j++) bytes[random.Next(32, bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(folder["x.so"], bytes);
            _ = ElfLibrary.TryRead(folder["x.so"]);     // any answer will do, an exception will not
        }
    }
}
