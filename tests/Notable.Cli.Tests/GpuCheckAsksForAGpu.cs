namespace Notable.Cli.Tests;

public class GpuCheckAsksForAGpu
{
    [Fact]
    public async Task Without_one_it_says_so_in_a_sentence()
    {
        if (File.Exists("/dev/nvidia0") || File.Exists("/dev/dxg"))
            Assert.Skip("this machine has a GPU: environment/gpu-check runs on it");
        var run = await Scripts.RunAsync("environment/gpu-check", []);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no NVIDIA GPU", Assert.Single(run.Error.TrimEnd().Split('\n')));
        Assert.Empty(run.Output);
    }

    [Theory]
    [InlineData("--device", "tpu")]
    [InlineData("--publish")]
    [InlineData("--unknown")]
    public async Task Wrong_words_are_usage(params string[] words)
    {
        var run = await Scripts.RunAsync("environment/gpu-check", [], words);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("environment/gpu-check --data DIR", run.Error);
    }
}
