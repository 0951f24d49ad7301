using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;
using Notable.Kernel.Scripting;

namespace Notable.AppHost.Sessions;

/// <summary>The sessions of all visitors. Closes those whose visitors are gone.</summary>
internal sealed class SessionRegistry : IAsyncDisposable
{
    private static readonly TimeSpan sweepInterval = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, AppSession> sessions = new(StringComparer.Ordinal);
    private readonly int worker;
    private readonly ITimer sweeper;

    /// <param name="limits">The limits of the sessions.</param>
    /// <param name="resources">The shared resources.</param>
    /// <param name="addresses">The rate limits per address.</param>
    /// <param name="worker">The number that the sessions' ids begin with.</param>
    /// <param name="log">The author's log.</param>
    public SessionRegistry(SessionLimits limits, ResourceLimits resources, AddressLimits addresses, int worker, ILogger log)
    {
        (ResourceLimits, Addresses) = (resources, addresses);
        Limits = limits;
        Log = log;
        this.worker = worker;
        sweeper = limits.TimeProvider.CreateTimer(_ => Sweep(), null, sweepInterval, sweepInterval);
    }

    /// <summary>Raised when code of the notebook hangs and its thread is lost.</summary>
    public event Action? NotebookHangs;

    public SessionLimits Limits { get; }

    public ResourceLimits ResourceLimits { get; }

    public AddressLimits Addresses { get; }

    public ILogger Log { get; }

    public int Count => sessions.Count;

    /// <summary>Whether the server is about to stop and admits no new visitors.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Creates a session for a new visitor. Returns null if there is no place and no session can be closed.</summary>
    public AppSession? TryCreate(CompiledNotebook notebook, VisitorLanguage language, IReadOnlyDictionary<string, string> query, string address)
    {
        // The id is public; access needs the session's key. Only characters that need no escaping in a URL.
        var id = string.Create(CultureInfo.InvariantCulture, $"{worker}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}");
        var visitor = new VisitorKey(address, id);
        var place = ResourceLimits.Sessions.TryTake(visitor, 1);
        if (place is null && MakeRoom(address))
            place = ResourceLimits.Sessions.TryTake(visitor, 1);
        if (place is null)
        {
            Log.TooManyVisitors(address, ResourceLimits.Sessions.InUse, Limits.MaxVisitors);
            HostMetrics.Refused(RefusalReason.Visitors);
            return null;
        }
        HostMetrics.Sessions.Add(1);
        var session = new AppSession(id, address, notebook, language, this, place);
        session.Notebook.Widgets.Query = query;
        return sessions[id] = session;
    }

    /// <summary>
    /// Ends a session to make room for a new one. If an address has all its places, one of its sessions that never connected is ended;
    /// if all places are taken, one of an address with more sessions than the newcomer's.
    /// </summary>
    private bool MakeRoom(string newcomer)
    {
        var all = sessions.Values.ToLookup(session => session.VisitorKey.Address, StringComparer.Ordinal);
        var (own, most) = (all[newcomer], all.MaxBy(group => group.Count()));
        var victim = ResourceLimits.Sessions.InUse >= Limits.MaxVisitors && most is not null && most.Count() > own.Count() + 1
            ? most.MinBy(session => session.Expiry.Claim)
            : own.Where(session => session.Expiry.IsUnconnected).MinBy(session => session.Expiry.Claim);
        if (victim is null)
            return false;
        Log.GaveWay(victim.LogName);
        HostMetrics.Evictions.Add(1);
        _ = RemoveAsync(victim);
        return true;
    }

    /// <summary>Returns the session with this id if the key is correct; otherwise null.</summary>
    public AppSession? Find(string id, string? key) => sessions.TryGetValue(id, out var session) && session.IsKey(key) ? session : null;

    public async Task RemoveAsync(AppSession session)
    {
        if (!sessions.TryRemove(session.Id, out _))
            return;
        try
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
        // The notebook's cleanup may throw; nothing awaits this result.
        catch (Exception error)
        {
            Log.EndFailed(error, session.LogName);
        }
    }

    /// <summary>Ends a visit whose code does not stop and may still change anything.</summary>
    public void Hangs(AppSession session)
    {
        HostMetrics.Failures.Add(1);
        NotebookHangs?.Invoke();
        _ = RemoveAsync(session);
    }

    public async ValueTask DisposeAsync()
    {
        IsClosed = true;
        await sweeper.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(sessions.Values.Select(RemoveAsync)).ConfigureAwait(false);
    }

    private void Sweep()
    {
        foreach (var session in sessions.Values)
        {
            session.Sweep();
            if (!session.Expiry.IsOver)
                continue;
            Log.VisitorGone(session.LogName);
            _ = RemoveAsync(session);
        }
    }
}
