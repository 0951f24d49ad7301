using TorchSharp;

namespace Notable.Torch.Tests.Devices;

public class BFloat16Tests
{
    [Fact]
    public void On_the_processor_its_instructions_decide() =>
        Assert.Equal(CpuFeatures.Flags.Contains("avx512_bf16") || CpuFeatures.Flags.Contains("amx_bf16"), BFloat16.IsFastOn(DeviceType.CPU));

    [Fact]
    public void Without_a_gpu_it_is_not_fast_there()
    {
        if (torch.cuda.is_available()) Assert.Skip("this machine has a GPU");
        Assert.False(BFloat16.IsFastOn(DeviceType.CUDA));
    }
}
