using System.Runtime.InteropServices;
using Notable.AppHost.Settings;

namespace Notable.AppHost.Limits;

/// <summary>
/// Counts the use of a resource in total, by address and by session. An address that uses more than half of what is free gets no
/// more. A single address thus gets at most a third of the total, and there is always room for a new one (dynamic thresholds of
/// network switches; Choudhury and Hahne, 1998).
/// </summary>
/// <param name="total">The maximum in total.</param>
/// <param name="perSession">The maximum per session.</param>
/// <param name="perAddress">The maximum per address.</param>
/// <param name="isShared">Whether an address is also limited to its share of what is free.</param>
internal sealed class ResourceQuota(long total, long perSession, long perAddress = long.MaxValue, bool isShared = true)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> addresses = new(StringComparer.Ordinal), sessions = new(StringComparer.Ordinal);
    private long inUse, refused, lastRefused;

    public long Total => total;

    public long InUse => Interlocked.Read(ref inUse);

    /// <summary>The number of refusals since the start.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Whether there was a refusal within the last minute.</summary>
    public bool IsTight => Refused > 0 && Environment.TickCount64 - Volatile.Read(ref lastRefused) < 60_000;

    /// <summary>Creates an empty charge for a visitor. Disposing of it returns everything.</summary>
    public Charge Open(VisitorKey visitor) => new(this, visitor);

    /// <summary>Charges an amount. Returns null if there is no room.</summary>
    public Charge? TryTake(VisitorKey visitor, long amount)
    {
        var charge = Open(visitor);
        return charge.TryAdd(amount) ? charge : null;
    }

    private bool TryAdd(VisitorKey visitor, long amount)
    {
        lock (gate)
        {
            var address = addresses.GetValueOrDefault(visitor.Address) + amount;
            var session = sessions.GetValueOrDefault(visitor.Session) + amount;
            var isOverShare = isShared && address - amount > FairShare.OfFree * (total - inUse);
            if (inUse + amount > total || session > perSession || address > perAddress || isOverShare)
            {
                Interlocked.Increment(ref refused);
                Volatile.Write(ref lastRefused, Environment.TickCount64);
                return false;
            }
            Change(visitor, amount);
            return true;
        }
    }

    private void Give(VisitorKey visitor, long amount)
    {
        lock (gate)
            Change(visitor, -amount);
    }

    private void Change(VisitorKey visitor, long amount)
    {
        Interlocked.Add(ref inUse, amount);
        Change(addresses, visitor.Address, amount);
        Change(sessions, visitor.Session, amount);
    }

    private static void Change(Dictionary<string, long> accounts, string name, long amount)
    {
        ref var account = ref CollectionsMarshal.GetValueRefOrAddDefault(accounts, name, out _);
        account += amount;
        if (account == 0)
            accounts.Remove(name);
    }

    /// <summary>The amount of the resource that is charged to a visitor; disposing of it returns the amount. Thread-safe.</summary>
    public sealed class Charge(ResourceQuota quota, VisitorKey visitor) : IDisposable
    {
        private readonly Lock turn = new();
        private bool isClosed;

        public long Amount { get; private set; }

        /// <summary>Charges more. Returns false if there is no room or this was disposed of.</summary>
        public bool TryAdd(long amount)
        {
            lock (turn)
            {
                if (isClosed || !quota.TryAdd(visitor, amount))
                    return false;
                Amount += amount;
                return true;
            }
        }

        /// <summary>Returns a part.</summary>
        public void Give(long amount)
        {
            lock (turn)
            {
                var given = Math.Min(amount, Amount);
                Amount -= given;
                if (given > 0)
                    quota.Give(visitor, given);
            }
        }

        /// <summary>
        /// Sets the charged amount, even if there is no room: for memory that is already in use and was charged
        /// elsewhere before.
        /// </summary>
        public void Set(long amount)
        {
            lock (turn)
            {
                if (isClosed || amount == Amount)
                    return;
                lock (quota.gate)
                    quota.Change(visitor, amount - Amount);
                Amount = amount;
            }
        }

        public void Dispose()
        {
            lock (turn)
            {
                isClosed = true;
                Give(Amount);
            }
        }
    }
}
