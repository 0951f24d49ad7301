using System.Diagnostics;

namespace Notable.Learning;

/// <summary>One piece of work that waits for its turn in a <see cref="WorkQueue"/>.</summary>
/// <remarks>
/// A host that runs code for many people listens to the activity source <c>Notable.Work</c>. On the activity of the work it
/// says whom the work is for (<c>owner</c>), when nobody wants it any more (<c>canceled</c>), and how to tell that its turn
/// has come (<c>begun</c>). Without a host all work has one owner.
/// </remarks>
internal sealed class QueuedWork
{
    private static readonly ActivitySource source = new("Notable.Work");
    private readonly Activity? activity;

    private QueuedWork(Action run, bool isHeavy, Activity? activity, CancellationToken canceled)
    {
        (Run, IsHeavy, this.activity) = (run, isHeavy, activity);
        Owner = activity?.GetCustomProperty("owner") as string ?? "";
        Canceled = canceled;
    }

    /// <summary>What to run.</summary>
    public Action Run { get; }

    /// <summary>Whether it takes long and much memory.</summary>
    public bool IsHeavy { get; }

    /// <summary>Whom it is for.</summary>
    public string Owner { get; }

    /// <summary>Canceled when nobody wants it any more.</summary>
    public CancellationToken Canceled { get; }

    /// <summary>
    /// Runs <paramref name="work"/> when <paramref name="queue"/> gives it its turn; its exception is the task's.
    /// </summary>
    /// <param name="queue">The queue.</param>
    /// <param name="work">What to run.</param>
    /// <param name="isHeavy">Whether it takes long and much memory.</param>
    /// <param name="place">Told now and then how much is before it; not told if its turn comes at once.</param>
    /// <param name="cancellation">Cancels waiting.</param>
    /// <exception cref="PredictionQueueFullException">Too much waits already.</exception>
    public static async Task<T> RunAsync<T>(WorkQueue queue, Func<T> work, bool isHeavy, IProgress<int>? place, CancellationToken cancellation)
    {
        using var turn = new Turn<T>(queue, work, isHeavy, cancellation);
        return place is null ? await turn.Done.ConfigureAwait(false) : await TellPlaceAsync(queue, turn.Item, turn.Done, place).ConfigureAwait(false);
    }

    /// <summary>
    /// The same for a caller that waits: the queue's thread wakes it. No thread of the pool is needed, which may all be waiting here.
    /// </summary>
    public static T Wait<T>(WorkQueue queue, Func<T> work, bool isHeavy)
    {
        using var turn = new Turn<T>(queue, work, isHeavy, CancellationToken.None);
        return turn.Done.GetAwaiter().GetResult();
    }

    /// <summary>Tells the host that its turn has come.</summary>
    public void Begin() => (activity?.GetCustomProperty("begun") as Action)?.Invoke();

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        try
        {
            done.TrySetResult(work());
        }
        catch (OperationCanceledException error)
        {
            done.TrySetCanceled(error.CancellationToken);
        }
        catch (Exception error)
        {
            done.TrySetException(error);
        }
    }

    private static async Task<T> TellPlaceAsync<T>(WorkQueue queue, QueuedWork item, Task<T> done, IProgress<int> place)
    {
        while (await Task.WhenAny(done, Task.Delay(reportInterval)).ConfigureAwait(false) != done)
            if (queue.Before(item) is > 0 and var before)
                place.Report(before);
        return await done.ConfigureAwait(false);
    }

    private static readonly TimeSpan reportInterval = TimeSpan.FromSeconds(0.5);

    /// <summary>Work in the queue, until it is done or nobody wants it any more.</summary>
    private sealed class Turn<T> : IDisposable
    {
        // Who waits goes on elsewhere: the queue's threads are for its work only.
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Activity? activity = source.StartActivity("work");
        private readonly CancellationTokenSource canceled;
        private readonly CancellationTokenRegistration registration;

        public Turn(WorkQueue queue, Func<T> work, bool isHeavy, CancellationToken cancellation)
        {
            var fromHost = activity?.GetCustomProperty("canceled") is CancellationToken host ? host : default;
            canceled = CancellationTokenSource.CreateLinkedTokenSource(cancellation, fromHost);
            Item = new QueuedWork(() => Complete(done, work), isHeavy, activity, canceled.Token);
            try
            {
                queue.Add(Item);
            }
            catch
            {
                Dispose();
                throw;
            }
            // What nobody wants any more ends at once, though its place in the queue is cleared later.
            registration = canceled.Token.Register(() =>
            {
                if (queue.TryRemove(Item))
                    done.TrySetCanceled(canceled.Token);
            });
        }

        public QueuedWork Item { get; }

        public Task<T> Done => done.Task;

        public void Dispose()
        {
            registration.Dispose();
            canceled.Dispose();
            activity?.Dispose();
        }
    }
}
