using System.Diagnostics;

namespace Notable.Learning;

/// <summary>
/// Shares a few threads fairly among many owners. The next work is that of the owner with the least thread time so far (start-time fair
/// queueing; Goyal, Vin and Cheng, 1996), so an owner with many or long requests mostly delays itself. Heavy work has its own threads.
/// Within an owner: first in, first out.
/// </summary>
/// <param name="threads">Number of threads that process the queue.</param>
/// <param name="mostSeconds">Work is refused if it would wait longer than this.</param>
internal sealed class WorkQueue(int threads, double mostSeconds)
{
    private const double Smoothing = 0.1, FirstGuess = 0.05;
    private readonly object gate = new();
    private readonly Dictionary<string, Owner> owners = new(StringComparer.Ordinal);
    private double light = FirstGuess, heavy = FirstGuess, now;
    private int count;

    /// <summary>Number of waiting work items.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>Expected time to process all waiting work, in seconds, estimated from past work.</summary>
    public double ExpectedSeconds
    {
        get
        {
            lock (gate)
                return owners.Values.Sum(Seconds) / threads;
        }
    }

    /// <exception cref="PredictionQueueFullException">The owner's work would wait too long.</exception>
    public void Add(QueuedWork work)
    {
        lock (gate)
        {
            if (!owners.TryGetValue(work.Owner, out var owner))
                owners[work.Owner] = owner = new Owner();
            // Each owner gets an equal part of the threads; unused parts only make it faster.
            var total = owners.Values.Sum(Seconds);
            var wait = Math.Min(total, Seconds(owner) * owners.Count) / threads;
            if (wait > mostSeconds)
                throw new PredictionQueueFullException(count, wait);
            // An owner that returns after a pause has not accumulated credit.
            if (owner.IsIdle)
                owner.Used = Math.Max(owner.Used, now);
            owner.Queue(work.IsHeavy).AddLast(work);
            count++;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Removes work that has not started.</summary>
    public bool TryRemove(QueuedWork work)
    {
        lock (gate)
        {
            if (!owners.TryGetValue(work.Owner, out var owner) || !owner.Queue(work.IsHeavy).Remove(work))
                return false;
            count--;
            Forget(work.Owner, owner);
            return true;
        }
    }

    /// <summary>Returns about how many items are before a waiting one; 0 once it has started.</summary>
    public int Before(QueuedWork work)
    {
        lock (gate)
        {
            if (!owners.TryGetValue(work.Owner, out var owner))
                return 0;
            var place = 0;
            var queue = owner.Queue(work.IsHeavy);
            for (var node = queue.First; node is not null && node.Value != work; node = node.Next)
                place++;
            if (place == queue.Count)
                return 0;
            // The owners take turns.
            return owners.Values.Sum(other => other == owner ? place : Math.Min(other.Queue(work.IsHeavy).Count, place + 1));
        }
    }

    /// <summary>Waits for the next work and runs it on this thread.</summary>
    /// <param name="isHeavy">The kind of work.</param>
    public void RunNext(bool isHeavy)
    {
        var (work, owner) = Take(isHeavy);
        var started = Stopwatch.GetTimestamp();
        try
        {
            work.Begin();
            work.Run();
        }
        finally
        {
            Ended(work, owner, Stopwatch.GetElapsedTime(started).TotalSeconds);
        }
    }

    private (QueuedWork Work, Owner Owner) Take(bool isHeavy)
    {
        lock (gate)
            while (true)
            {
                if (Next(isHeavy) is { } owner)
                {
                    var work = owner.Queue(isHeavy).First!.Value;
                    owner.Queue(isHeavy).RemoveFirst();
                    count--;
                    owner.Running++;
                    now = Math.Max(now, owner.Used);
                    // Charged in advance, so that the owner does not get every thread before the first work has ended.
                    owner.Used += Guess(work);
                    return (work, owner);
                }
                Monitor.Wait(gate);
            }
    }

    private Owner? Next(bool isHeavy)
    {
        Owner? next = null;
        foreach (var owner in owners.Values)
            if (owner.Queue(isHeavy).Count > 0 && (next is null || owner.Used < next.Used))
                next = owner;
        return next;
    }

    private void Ended(QueuedWork work, Owner owner, double seconds)
    {
        lock (gate)
        {
            owner.Used += seconds - Guess(work);
            owner.Running--;
            ref var mean = ref work.IsHeavy ? ref heavy : ref light;
            mean += Smoothing * (seconds - mean);
            Forget(work.Owner, owner);
        }
    }

    /// <summary>Removes an owner without work, unless it still has a debt.</summary>
    private void Forget(string name, Owner owner)
    {
        if (owner.IsIdle && owner.Used <= now)
            owners.Remove(name);
        if (owners.Count > MostIdle)
            foreach (var (idle, _) in owners.Where(entry => entry.Value.IsIdle).ToArray())
                owners.Remove(idle);
    }

    private double Seconds(Owner owner) => owner.Queue(isHeavy: false).Count * light + owner.Queue(isHeavy: true).Count * heavy;

    private double Guess(QueuedWork work) => work.IsHeavy ? heavy : light;

    private const int MostIdle = 4096;

    private sealed class Owner
    {
        private readonly LinkedList<QueuedWork> light = new(), heavy = new();

        public bool IsIdle => light.Count == 0 && heavy.Count == 0 && Running == 0;

        public int Running { get; set; }

        /// <summary>The thread time its work has used, in seconds.</summary>
        public double Used { get; set; }

        /// <summary>Returns the waiting work of one kind.</summary>
        public LinkedList<QueuedWork> Queue(bool isHeavy) => isHeavy ? heavy : light;
    }
}
