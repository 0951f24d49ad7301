using Notable.Cli.Doctor;

namespace Notable.Cli.Tests;

/// <summary>What the doctor says of machines that this one is not.</summary>
public class DoctorGivesAdvice
{
    [Theory]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3", "", Status.Ok, "OpenBLAS")]
    [InlineData("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", "BLAS_INFO=generic", Status.Warn, "reference BLAS")]
    [InlineData("/opt/torch/lib/libtorch_cpu.so", "BLAS_INFO=mkl, BUILD_TYPE=Release", Status.Ok, "MKL")]
    public void Reference_BLAS_is_slow(string library, string config, object status, string value)
    {
        var finding = Libtorch.Blas([library], config);
        Assert.Equal(status, finding.Status);
        Assert.StartsWith(value, finding.Value);
        Assert.Equal(status is Status.Warn, finding.Advice?.Contains("libopenblas0") == true);
    }

    [Theory]
    [InlineData("1.13.1", "1.13.0", Status.Ok)]
    [InlineData("1.13.1", "2.6.0+cu124", Status.Fail)]
    [InlineData("2.6.0", null, Status.Ok)]
    public void Another_libtorch_than_it_was_compiled_against_must_be_compiled_again(string compiled, string? loaded, object status) =>
        Assert.Equal(status, Libtorch.Version(compiled, loaded).Status);

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
        Assert.Contains("LIBTORCH=python", finding.Advice);
        Assert.Equal(Status.Ok, Devices.None([], hasDriver: false, hasCuda: false).Status);
        Assert.Contains("--gpus", Devices.None([], hasDriver: true, hasCuda: true).Advice);
    }

    [Theory]
    [InlineData("avx2 avx512f avx512_bf16", "yes")]
    [InlineData("avx2 amx_bf16", "yes")]
    [InlineData("avx2 avx512f", "no")]
    public void Whether_bfloat16_pays(string flags, string expected) => Assert.Equal(expected, Processor.BFloat16(flags.Split(' ').ToHashSet()).Value);

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
