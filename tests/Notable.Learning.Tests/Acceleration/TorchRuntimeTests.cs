using Notable.Learning.Acceleration;

namespace Notable.Learning.Tests.Acceleration;

public class TorchRuntimeTests
{
    [Fact]
    public void The_packages_libtorch_is_loaded()
    {
        TorchRuntime.Require();
        Assert.StartsWith("2.10.0", TorchRuntime.LibtorchVersion);
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux lists the libraries of a process");
        Assert.Contains(TorchRuntime.Libraries, path => Path.GetFileName(path).StartsWith("libtorch_cpu", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" ", null)]
    [InlineData("3", 3)]
    public void The_environment_may_set_the_threads(string? text, int? expected) => Assert.Equal(expected, InferenceThreads.Wanted(text));

    [Theory]
    [InlineData("0")]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("2000")]
    public void A_number_of_threads_that_makes_no_sense_is_refused(string text) =>
        Assert.Contains($"'{text}'; expected a whole number from 1 to 1024", Assert.Throws<ArgumentException>(() => InferenceThreads.Wanted(text)).Message);

    [Fact]
    public void A_backend_that_is_missing_is_named_with_what_to_add()
    {
        var error = new TorchUnavailableException(new TypeInitializationException("TorchSharp.torch", new NotSupportedException("The libtorch-cpu package is not restored.\nTrace ...")));
        Assert.Contains("TorchSharp-cpu 0.107.0", error.Message);
        Assert.Contains("TorchSharp-cuda-linux", error.Message);
        Assert.Contains("#r \"nuget: TorchSharp-cpu, 0.107.0\"", error.Message);
        Assert.EndsWith("The libtorch-cpu package is not restored.", error.Message);
    }

    [Fact]
    public void A_system_that_is_too_old_is_told_in_its_own_words() => Assert.Equal("too old",
        new TorchUnavailableException(new TypeInitializationException("TorchSharp.torch", new PlatformNotSupportedException("too old"))).Message);
}
