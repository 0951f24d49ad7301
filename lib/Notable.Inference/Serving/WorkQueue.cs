using System.Diagnostics;

namespace Notable.Learning;

/// <summary>
/// Shares a few threads among many owners. The turn goes to the owner that has used the least time of the threads (start-time
/// fair queueing; Goyal, Vin and Cheng, 1996), so that one who asks much, or asks for what takes long, delays mostly itself.
/// Heavy work has threads of its own. Within an owner: first come, first served.
/// </summary>
/// <param name="threads">How many threads take from it.</param>
/// <param name="mostSeconds">An owner whose further work would wait longer than this is refused.</param>
internal sealed class WorkQueue(int threads, double mostSeconds)
{
    private const double Smoothing = 0.1, FirstGuess = 0.05;
    private readonly object gate = new();
    private readonly Dictionary<string, Owner> owners = new(StringComparer.Ordinal);
    private double light = FirstGuess, heavy = FirstGuess, now;
    private int count;

    /// <summary>How much waits.</summary>
    public int Count => Volatile.Read(ref count);

    /// <summary>How long everything that waits will take, in seconds, from how long such work took before.</summary>
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
            // Each owner gets an equal part of the threads; what others leave of theirs only makes it faster.
            var total = owners.Values.Sum(Seconds);
            var wait = Math.Min(total, Seconds(owner) * owners.Count) / threads;
            if (wait > mostSeconds)
                throw new PredictionQueueFullException(count, wait);
            // One who comes back after a while has not saved up time meanwhile.
            if (owner.IsIdle)
                owner.Used = Math.Max(owner.Used, now);
            owner.Queue(work.IsHeavy).AddLast(work);
            count++;
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Takes work out that has not begun.</summary>
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

    /// <summary>About how many come before work that waits; 0 once it has begun.</summary>
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

    /// <summary>Waits for the next work, and runs it on this thread.</summary>
    /// <param name="isHeavy">Which kind of work.</param>
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
                    // Charged ahead, so that the owner does not get every thread before the first work has ended.
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

    /// <summary>Forgets an owner that nothing is left of, unless it still has a debt.</summary>
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

        /// <summary>The time that its work has taken, in seconds.</summary>
        public double Used { get; set; }

        /// <summary>What waits, of one kind.</summary>
        public LinkedList<QueuedWork> Queue(bool isHeavy) => isHeavy ? heavy : light;
    }
}
