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
internal sealed class Ledger(long total, long perSession, long perAddress = long.MaxValue, bool isShared = true)
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

    /// <summary>Opens an empty account. Disposing of it returns everything.</summary>
    public Charge Open(Payer payer) => new(this, payer);

    /// <summary>Charges an amount. Returns null if there is no room.</summary>
    public Charge? TryTake(Payer payer, long amount)
    {
        var charge = Open(payer);
        return charge.TryAdd(amount) ? charge : null;
    }

    private bool TryAdd(Payer payer, long amount)
    {
        lock (gate)
        {
            var address = addresses.GetValueOrDefault(payer.Address) + amount;
            var session = sessions.GetValueOrDefault(payer.Session) + amount;
            var isOverShare = isShared && address - amount > FairShare.OfFree * (total - inUse);
            if (inUse + amount > total || session > perSession || address > perAddress || isOverShare)
            {
                Interlocked.Increment(ref refused);
                Volatile.Write(ref lastRefused, Environment.TickCount64);
                return false;
            }
            Change(payer, amount);
            return true;
        }
    }

    private void Give(Payer payer, long amount)
    {
        lock (gate)
            Change(payer, -amount);
    }

    private void Change(Payer payer, long amount)
    {
        Interlocked.Add(ref inUse, amount);
        Change(addresses, payer.Address, amount);
        Change(sessions, payer.Session, amount);
    }

    private static void Change(Dictionary<string, long> accounts, string name, long amount)
    {
        ref var account = ref CollectionsMarshal.GetValueRefOrAddDefault(accounts, name, out _);
        account += amount;
        if (account == 0)
            accounts.Remove(name);
    }

    /// <summary>The amount that one holder uses. Thread-safe.</summary>
    public sealed class Charge(Ledger ledger, Payer payer) : IDisposable
    {
        private readonly Lock turn = new();
        private bool isClosed;

        public long Amount { get; private set; }

        /// <summary>Charges more. Returns false if there is no room or this was disposed of.</summary>
        public bool TryAdd(long amount)
        {
            lock (turn)
            {
                if (isClosed || !ledger.TryAdd(payer, amount))
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
                    ledger.Give(payer, given);
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
                lock (ledger.gate)
                    ledger.Change(payer, amount - Amount);
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
