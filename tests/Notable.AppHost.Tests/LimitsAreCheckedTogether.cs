using Notable.AppHost.Limits;

namespace Notable.AppHost.Tests;

public class LimitsAreCheckedTogether
{
    [Theory]
    [InlineData(0, null, "from 1 to")]
    [InlineData(2_000_000_000, null, "from 1 to")]
    [InlineData(300_000_000, 400_000_000L, "300 MB, but uploads in memory are limited to 400 MB")]
    public async Task One_upload_fits_into_what_all_may_have(long upload, long? all, string said)
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { MaxUploadBytes = upload, MaxUploadMemory = all }, "1"));
        Assert.Contains(said, error.Message);
    }

    [Fact]
    public async Task Little_memory_means_small_uploads()
    {
        var error = await Assert.ThrowsAsync<AppHostException>(() => TestApp.StartAsync(options => options with { MemoryBytes = 200_000_000 }, "1"));
        Assert.Contains("Give the app more memory", error.Message);
        await using var app = await TestApp.StartAsync(options => options with { MemoryBytes = 200_000_000, MaxUploadBytes = 10_000_000 }, "1");
        Assert.Equal(40_000_000, app.Server.ResourceLimits.Received.Total);
    }

    [Fact]
    public void One_address_alone_gets_a_third_and_a_newcomer_always_finds_room()
    {
        var quota = new ResourceQuota(total: 9_000, perSession: long.MaxValue);
        var greedy = Enumerable.Range(0, 13).Select(i => quota.Open(new VisitorKey($"greedy{i}", $"s{i}"))).ToArray();
        while (greedy[0].TryAdd(10))
        {
        }
        Assert.InRange(quota.InUse, 3_000, 3_020);
        for (var round = 0; round < 1_000; round++)
            foreach (var one in greedy)
                one.TryAdd(10);
        Assert.InRange(quota.Total - quota.InUse, 700, 9_000);
        using var newcomer = quota.TryTake(new VisitorKey("new", "s"), 500);
        Assert.NotNull(newcomer);
        foreach (var one in greedy)
            one.Dispose();
        Assert.Equal(500, quota.InUse);
        newcomer.Dispose();
        newcomer.Dispose();
        Assert.False(newcomer.TryAdd(1));
        Assert.Equal(0, quota.InUse);
    }
}
