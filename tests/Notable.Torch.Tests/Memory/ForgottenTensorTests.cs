using TorchSharp;

namespace Notable.Torch.Tests;

/// <summary>Results that nobody disposes and no scope holds.</summary>
public class ForgottenTensorTests
{
    private static readonly bool Long = Environment.GetEnvironmentVariable("NOTABLE_SOAK") == "1";

    [Fact]
    public void Gigabytes_of_them_stay_bounded()
    {
        torch.ones(1).add(1);
        var (peak, before) = (0.0, ResidentMemory.Megabytes);
        // The scope that the test runs in belongs to another thread.
        var thread = new Thread(() => peak = PeakOf(Long ? 3000 : 400));
        thread.Start();
        thread.Join();
        TestContext.Current.TestOutputHelper?.WriteLine($"peak {peak:F0} MB, {before:F0} MB before");
        Assert.True(peak - before < 1000, $"Forgotten results took {peak - before:F0} MB at their peak.");
        Assert.True(ResidentMemory.NativeSettled() - before < 100, "In the end all of it is free.");
    }

    private static double PeakOf(int results)
    {
        using var input = torch.zeros(1200, 1000);
        var peak = 0.0;
        for (var i = 0; i < results; i++)
        {
            input.add(1);
            if (i % 10 == 0) peak = Math.Max(peak, ResidentMemory.Megabytes);
        }
        return peak;
    }
}
