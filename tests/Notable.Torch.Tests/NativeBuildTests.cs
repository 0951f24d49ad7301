using Notable.Testing;
using Notable.Torch.Interop;

namespace Notable.Torch.Tests;

/// <summary>The native half of a program that has the library as a package. The compiling itself is tested with the packages (tests/Launch).</summary>
public class NativeBuildTests
{
    [Fact]
    public void The_assembly_carries_all_that_is_compiled()
    {
        var carried = typeof(NativeBuild).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("native/"));
        var files = Directory.GetFiles(Repository.Path("lib", "Notable.Torch", "native")).Select(file => $"native/{Path.GetFileName(file)}");
        Assert.Equal(files.Order(), carried.Order());
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_told()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["file"], "");
        var message = Assert.Throws<TorchLoadException>(() => NativeBuild.Library(folder["file/cache"], _ => { })).Message;
        Assert.Contains(folder["file/cache"], message);
        Assert.Contains("apt-get install libtorch-dev libopenblas0 g++ cmake", message);
    }
}
