using Notable.Testing;
using Notable.Torch.Interop;
using TorchSharp;

namespace Notable.Torch.Tests;

public class RuntimeTests : TensorTest
{
    [Fact]
    public void Versions_and_places_are_told()
    {
        Assert.Matches(@"^\d+\.\d+", Runtime.LibtorchVersion);
        Assert.True(File.Exists(Runtime.LibraryPath), Runtime.LibraryPath);
        Assert.Contains("libtorch_cpu", Runtime.LibtorchPath);
    }

    [Fact]
    public void Threads_start_at_all_cores_and_can_be_set()
    {
        var before = torch.get_num_threads();
        if (Environment.GetEnvironmentVariable(NativeLoader.ThreadsVariable) is null) Assert.Equal(Environment.ProcessorCount, before);
        torch.set_num_threads(1);
        Assert.Equal(1, torch.get_num_threads());
        torch.set_num_threads(before);
        Assert.Throws<ArgumentOutOfRangeException>(() => torch.set_num_threads(0));
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData(" ", null)]
    public void The_environment_chooses_the_threads(string asked, int? expected) =>
        Assert.Equal(expected ?? Environment.ProcessorCount, NativeLoader.WantedThreads(asked));

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("many")]
    public void But_not_with_nonsense(string asked) =>
        Assert.Contains(asked, Assert.Throws<ArgumentException>(() => NativeLoader.WantedThreads(asked)).Message);

    [Fact]
    public void A_failed_load_lists_every_path_and_what_to_install()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["libNotableTorch.so"], "not a library");
        var message = Assert.Throws<TorchLoadException>(() => NativeLoader.Load([folder["absent/libNotableTorch.so"], folder["libNotableTorch.so"]])).Message;
        Assert.Contains(folder["absent/libNotableTorch.so"] + ": no such file", message);
        Assert.Contains(folder["libNotableTorch.so"] + ": ", message);
        Assert.Contains("apt-get install libtorch-dev", message);
    }

    [Fact]
    public void Autocast_shortens_products_and_ends()
    {
        var (a, b) = (Formula(1, [4, 4], -1, 1), Formula(2, [4, 4], -1, 1));
        using (Autocast.BFloat16())
        {
            using (Autocast.BFloat16()) Assert.Equal(torch.bfloat16, a.matmul(b).dtype);
            Assert.Equal(torch.bfloat16, a.matmul(b).dtype);
            using (Autocast.BFloat16(enabled: false)) Assert.Equal(torch.bfloat16, a.matmul(b).dtype);
        }
        Assert.Equal(torch.float32, a.matmul(b).dtype);
    }

    [Fact]
    public void Channels_last_changes_only_the_order_in_memory()
    {
        var x = Formula(1, [2, 3, 4, 5], -1, 1);
        var last = x.ToChannelsLast();
        Assert.True(last.IsChannelsLast());
        Assert.False(x.IsChannelsLast());
        Assert.Equal(x.shape, last.shape);
        Assert.True(x.equal(last));
        Assert.Throws<ArgumentException>(() => x.flatten().ToChannelsLast());
    }
}
