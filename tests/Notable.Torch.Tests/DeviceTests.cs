using TorchSharp;

namespace Notable.Torch.Tests;

/// <summary>What is said of GPUs, and what happens where there is none.</summary>
public class DeviceTests : TensorTest
{
    private static void NeedsNoGpu() => Assert.SkipWhen(torch.cuda.is_available(), "this machine has a GPU");

    private static void NeedsGpu() => Assert.SkipUnless(torch.cuda.is_available(), "needs an NVIDIA GPU and a libtorch with CUDA");

    public static TheoryData<string, Action> Requests { get; } = new()
    {
        { "zeros", () => torch.zeros(2, device: torch.CUDA) },
        { "full", () => torch.full([2], 1, device: torch.CUDA) },
        { "arange", () => torch.arange(3, device: torch.CUDA) },
        { "rand", () => torch.rand(3, device: torch.CUDA) },
        { "tensor", () => torch.tensor(new float[2], device: torch.CUDA) },
        { "to", () => torch.ones(1).to(torch.CUDA) },
        { "cuda", () => torch.ones(1).cuda() },
        { "pin_memory", () => torch.ones(1).pin_memory() },
        { "Generator", () => _ = new torch.Generator(1, torch.CUDA) },
        { "synchronize", () => torch.cuda.synchronize() },
    };

    [Theory]
    [MemberData(nameof(Requests), DisableDiscoveryEnumeration = true)]
    public void A_device_that_is_not_there_is_named_with_the_remedy(string what, Action request)
    {
        NeedsNoGpu();
        var message = Assert.Throws<InvalidOperationException>(request).Message;
        Assert.True(message.Contains("sees no GPU") && message.Contains("LIBTORCH"), $"{what}: {message}");
    }

    [Fact]
    public void Without_a_gpu_questions_have_answers_and_requests_do_nothing()
    {
        NeedsNoGpu();
        Assert.Equal(0, torch.cuda.device_count());
        Assert.Equal(default, Cuda.Memory());
        Cuda.EmptyCache();
        Cuda.ResetPeak();
        torch.cuda.manual_seed(1);
        torch.cuda.manual_seed_all(1);
        Assert.False(torch.ones(1).is_pinned());
    }

    [Fact]
    public void Settings_are_kept()
    {
        var before = (Cuda.Benchmark, Cuda.Deterministic, torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32);
        try
        {
            foreach (var value in new[] { true, false })
            {
                Cuda.Benchmark = Cuda.Deterministic = torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = value;
                Assert.Equal((value, value, value, value),
                    (Cuda.Benchmark, Cuda.Deterministic, torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32));
            }
        }
        finally
        {
            (Cuda.Benchmark, Cuda.Deterministic, torch.backends.cuda.matmul.allow_tf32, torch.backends.cudnn.allow_tf32) = before;
        }
    }

    [Fact]
    public void The_hosts_memory_is_not_a_gpus() => Assert.Throws<ArgumentException>(() => Cuda.Memory(torch.CPU));

    [Fact]
    public void A_gpu_draws_by_a_generator_of_its_own_and_counts_its_memory()
    {
        NeedsGpu();
        torch.Tensor Draw()
        {
            using var generator = new torch.Generator(7, torch.CUDA);
            return torch.rand(1000, device: torch.CUDA, generator: generator).cpu();
        }
        Assert.True(Draw().equal(Draw()));
        Cuda.ResetPeak();
        var before = Cuda.Memory().AllocatedBytes;
        var large = torch.zeros(1024, 1024, device: torch.CUDA);
        torch.cuda.synchronize();
        Assert.InRange(Cuda.Memory().AllocatedBytes - before, large.numel() * 4, large.numel() * 8);
        Assert.True(Cuda.Memory().ReservedBytes >= Cuda.Memory().PeakBytes);
    }
}
