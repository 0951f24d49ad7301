using System.Collections.Concurrent;
using System.Diagnostics;

namespace Notable.Learning.Tests.Export;

/// <summary>Who gets the next turn. A listener plays the host, which says whom work is for.</summary>
public sealed class WorkQueueTests : IDisposable
{
    private static readonly AsyncLocal<(string Owner, CancellationToken Canceled)?> host = new();
    private readonly ConcurrentQueue<string> done = new();
    private readonly ActivityListener listener = new()
    {
        ShouldListenTo = source => source.Name == "Notable.Work",
        Sample = (ref _) => host.Value is null ? ActivitySamplingResult.None : ActivitySamplingResult.PropagationData,
        ActivityStarted = work =>
        {
            work.SetCustomProperty("owner", host.Value!.Value.Owner);
            work.SetCustomProperty("canceled", host.Value.Value.Canceled);
        },
    };

    public WorkQueueTests() => ActivitySource.AddActivityListener(listener);

    public void Dispose() => listener.Dispose();

    private Task AddAsync(WorkQueue queue, string owner, int milliseconds = 1, bool isHeavy = false, CancellationTokenSource? canceled = null, IProgress<int>? place = null)
    {
        host.Value = (owner, canceled?.Token ?? default);
        return QueuedWork.RunAsync(queue, () =>
        {
            Thread.Sleep(milliseconds);
            done.Enqueue(owner);
            return 0;
        }, isHeavy, place, CancellationToken.None);
    }

    [Fact]
    public async Task One_who_asks_much_delays_mostly_itself()
    {
        var queue = new WorkQueue(threads: 1, mostSeconds: 100);
        List<Task> all = [.. Enumerable.Range(0, 20).Select(_ => AddAsync(queue, "greedy"))];
        all.Add(AddAsync(queue, "anna"));
        all.Add(AddAsync(queue, "ben"));
        for (var i = 0; i < all.Count; i++)
            queue.RunNext(isHeavy: false);
        await Task.WhenAll(all);
        Assert.Equal(["anna", "ben"], done.Take(4).Except(["greedy"]).Order());
    }

    [Fact]
    public async Task Time_counts_and_not_pieces()
    {
        var queue = new WorkQueue(threads: 1, mostSeconds: 100);
        List<Task> all = [.. Enumerable.Range(0, 4).Select(_ => AddAsync(queue, "slow", 60)), .. Enumerable.Range(0, 12).Select(_ => AddAsync(queue, "quick"))];
        for (var i = 0; i < all.Count; i++)
            queue.RunNext(isHeavy: false);
        await Task.WhenAll(all);
        // After two slow pieces, which take as long as all the quick ones, those are through.
        Assert.InRange(done.ToList().FindLastIndex(owner => owner == "quick"), 11, 14);
    }

    [Fact]
    public async Task Large_work_keeps_no_thread_from_small_work()
    {
        var queue = new WorkQueue(threads: 1, mostSeconds: 100);
        var large = AddAsync(queue, "large", isHeavy: true);
        var small = AddAsync(queue, "small");
        queue.RunNext(isHeavy: false);
        await small;
        Assert.False(large.IsCompleted);
        queue.RunNext(isHeavy: true);
        await large;
    }

    [Fact]
    public async Task The_wait_is_bounded_in_seconds_for_each_owner()
    {
        var queue = new WorkQueue(threads: 1, mostSeconds: 1);
        List<Task> all = [AddAsync(queue, "slow", 300)];
        queue.RunNext(isHeavy: false);
        PredictionQueueFullException? full = null;
        while (full is null && all.Count < 100)
        {
            var next = AddAsync(queue, "slow", 1);
            full = (next.IsFaulted ? next.Exception!.InnerException : null) as PredictionQueueFullException;
            if (full is null)
                all.Add(next);
        }
        Assert.NotNull(full);
        Assert.InRange(full.ExpectedWait.TotalSeconds, 1, 2);
        var newcomer = AddAsync(queue, "newcomer");
        Assert.False(newcomer.IsFaulted);
        for (var i = 0; i < all.Count; i++)
            queue.RunNext(isHeavy: false);
        await Task.WhenAll([.. all, newcomer]);
    }

    [Fact]
    public async Task What_is_no_longer_wanted_leaves_the_queue_at_once()
    {
        var queue = new WorkQueue(threads: 1, mostSeconds: 100);
        using var left = new CancellationTokenSource();
        var gone = AddAsync(queue, "gone", canceled: left);
        var stays = AddAsync(queue, "stays");
        Assert.Equal(2, queue.Count);
        await left.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gone);
        Assert.Equal(1, queue.Count);
        queue.RunNext(isHeavy: false);
        await stays;
        Assert.Equal(["stays"], done);
    }

    [Fact]
    public async Task The_place_that_is_told_is_that_of_the_turns()
    {
        var queue = new WorkQueue(threads: 1, mostSeconds: 100);
        List<Task> all = [.. Enumerable.Range(0, 10).Select(_ => AddAsync(queue, "greedy"))];
        var places = new ConcurrentQueue<int>();
        all.Add(AddAsync(queue, "anna", place: new Told(places.Enqueue)));
        while (places.IsEmpty)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal(1, places.First());
        for (var i = 0; i < all.Count; i++)
            queue.RunNext(isHeavy: false);
        await Task.WhenAll(all);
    }

    private sealed class Told(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }
}
