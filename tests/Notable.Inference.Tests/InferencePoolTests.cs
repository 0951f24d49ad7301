using Notable.Learning;

namespace Notable.Inference.Tests;

public class InferencePoolTests
{
    [Fact]
    public async Task Work_canceled_while_it_waits_is_not_done_and_the_next_is()
    {
        using var release = new ManualResetEventSlim();
        using var stop = new CancellationTokenSource();
        var worked = false;
        var busy = Enumerable.Range(0, InferencePool.Size)
            .Select(_ => InferencePool.RunAsync(() => release.Wait(TimeSpan.FromSeconds(30)), TestContext.Current.CancellationToken)).ToArray();
        var second = InferencePool.RunAsync(() => worked = true, stop.Token);
        await stop.CancelAsync();
        release.Set();
        Assert.All(await Task.WhenAll(busy), Assert.True);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(worked);
        Assert.Equal(3, await InferencePool.RunAsync(() => 3, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_exception_is_the_callers_and_the_thread_goes_on()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            InferencePool.RunAsync<int>(() => throw new InvalidOperationException("mine"), TestContext.Current.CancellationToken));
        Assert.Equal("mine", error.Message);
        Assert.Equal("mine", Assert.Throws<InvalidOperationException>(() => InferencePool.Run<int>(() => throw new InvalidOperationException("mine"))).Message);
        Assert.Equal(3, await InferencePool.RunAsync(() => 3, TestContext.Current.CancellationToken));
    }
}
