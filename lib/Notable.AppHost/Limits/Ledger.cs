using System.Runtime.InteropServices;
using Notable.AppHost.Settings;

namespace Notable.AppHost.Limits;

/// <summary>
/// Counts one resource that is in use: by everybody together, by each address and by each session. An address that holds
/// more than half of what is still free gets no more: one alone gets a third of the total, and however many take all they can, a newcomer always
/// finds room (the dynamic thresholds of network switches; Choudhury and Hahne, 1998).
/// </summary>
/// <param name="total">The most that may be in use.</param>
/// <param name="perSession">The most that one session may use.</param>
/// <param name="perAddress">The most that one address may use.</param>
/// <param name="isShared">Whether an address is also held to its share of what is free.</param>
internal sealed class Ledger(long total, long perSession, long perAddress = long.MaxValue, bool isShared = true)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, long> addresses = new(StringComparer.Ordinal), sessions = new(StringComparer.Ordinal);
    private long inUse, refused, lastRefused;

    public long Total => total;

    public long InUse => Interlocked.Read(ref inUse);

    /// <summary>How often somebody was refused since the start.</summary>
    public long Refused => Interlocked.Read(ref refused);

    /// <summary>Whether somebody was refused within the last minute.</summary>
    public bool IsTight => Refused > 0 && Environment.TickCount64 - Volatile.Read(ref lastRefused) < 60_000;

    /// <summary>Opens an account with nothing in it; disposing of it gives everything back.</summary>
    public Charge Open(Payer payer) => new(this, payer);

    /// <summary>Charges an amount at once; null if there is no room.</summary>
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

    /// <summary>What one holder has taken. Safe for use from any thread.</summary>
    public sealed class Charge(Ledger ledger, Payer payer) : IDisposable
    {
        private readonly Lock turn = new();
        private bool isClosed;

        public long Amount { get; private set; }

        /// <summary>Takes more; false if there is no room, or this was disposed of.</summary>
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

        /// <summary>Gives a part back.</summary>
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
        /// Charges exactly this amount, whether or not there is room: for memory that is in use already and was charged
        /// elsewhere until now.
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
