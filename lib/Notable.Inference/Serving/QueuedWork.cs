using System.Diagnostics;

namespace Notable.Learning;

/// <summary>A work item in a <see cref="WorkQueue"/>.</summary>
/// <remarks>
/// A host that runs code for several users listens to the activity source <c>Notable.Work</c>. It sets properties on the work's activity:
/// the user (<c>owner</c>), a token that is canceled when the result is no longer wanted (<c>canceled</c>), and a callback for the start
/// of the work (<c>begun</c>). Without a host all work has the same owner.
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

    /// <summary>The work to run.</summary>
    public Action Run { get; }

    /// <summary>Whether the work takes much time and memory.</summary>
    public bool IsHeavy { get; }

    /// <summary>The user it belongs to.</summary>
    public string Owner { get; }

    /// <summary>Canceled when the result is no longer wanted.</summary>
    public CancellationToken Canceled { get; }

    /// <summary>Runs <paramref name="work"/> in its turn; an exception is passed on to the task.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="work">The work to run.</param>
    /// <param name="isHeavy">Whether it takes much time and memory.</param>
    /// <param name="place">Receives its position in the queue now and then while it waits; not called if it starts at once.</param>
    /// <param name="cancellation">Cancels waiting.</param>
    /// <exception cref="PredictionQueueFullException">Too much work is waiting.</exception>
    public static async Task<T> RunAsync<T>(WorkQueue queue, Func<T> work, bool isHeavy, IProgress<int>? place, CancellationToken cancellation)
    {
        using var turn = new Turn<T>(queue, work, isHeavy, cancellation);
        return place is null ? await turn.Done.ConfigureAwait(false) : await TellPlaceAsync(queue, turn.Item, turn.Done, place).ConfigureAwait(false);
    }

    /// <summary>
    /// Runs work and blocks the caller, which the queue's thread wakes. Needs no pool thread, since all of these may be blocked here.
    /// </summary>
    public static T Wait<T>(WorkQueue queue, Func<T> work, bool isHeavy)
    {
        using var turn = new Turn<T>(queue, work, isHeavy, CancellationToken.None);
        return turn.Done.GetAwaiter().GetResult();
    }

    /// <summary>Notifies the host that the work starts.</summary>
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

    /// <summary>A work item in the queue, until it is done or canceled.</summary>
    private sealed class Turn<T> : IDisposable
    {
        // Continuations run elsewhere: the queue's threads are reserved for its work.
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
            // A canceled item ends at once, though its entry in the queue is removed later.
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
