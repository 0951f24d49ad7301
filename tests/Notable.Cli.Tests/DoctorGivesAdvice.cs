using Notable.Cli.Doctor;

namespace Notable.Cli.Tests;

/// <summary>What the doctor says of machines that this one is not.</summary>
public class DoctorGivesAdvice
{
    [Fact]
    public void Two_OpenMP_libraries_are_one_too_many()
    {
        Assert.Equal(Status.Ok, Libtorch.OpenMp(["/usr/lib/libgomp.so.1.0.0", "/usr/lib/libm.so.6"]).Status);
        Assert.Equal(Status.Warn, Libtorch.OpenMp(["/usr/lib/libgomp.so.1.0.0", "/opt/lib/libiomp5.so"]).Status);
        Assert.Equal(Status.Warn, Libtorch.OpenMp([]).Status);
    }

    [Fact]
    public void A_GPU_that_a_processor_build_cannot_use_is_told_with_the_way_out()
    {
        var finding = Devices.None([new Gpu("Some GPU", 80_000_000_000, "9.0")], hasDriver: true, hasCuda: false);
        Assert.Equal(Status.Warn, finding.Status);
        Assert.Contains("Some GPU, 80 GB", finding.Value);
        Assert.Contains("-p:Device=cuda", finding.Advice);
        Assert.Contains("driver may be too old", Devices.None([new Gpu("Some GPU", 80_000_000_000, "9.0")], hasDriver: true, hasCuda: true).Advice);
        Assert.Equal(Status.Ok, Devices.None([], hasDriver: false, hasCuda: false).Status);
        Assert.Contains("--gpus", Devices.None([], hasDriver: true, hasCuda: true).Advice);
    }

    [Fact]
    public void A_processor_without_AVX2_and_a_small_container_are_warned_of()
    {
        Assert.Equal(Status.Warn, Processor.Features(new HashSet<string> { "sse4_2" }).Status);
        Assert.Equal(Status.Warn, MemoryFindings.Usable(2, machine: 64).Status);
        Assert.Contains("of the machine's 64.0 GB", MemoryFindings.Usable(8, machine: 64).Value);
        Assert.Contains("of the machine's 16", Processor.Cores(2, machine: 16).Value);
        Assert.Equal(Status.Warn, Libtorch.Threads(1, cores: 8).Status);
    }
}
