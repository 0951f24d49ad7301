using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.Kernel.Scripting;

namespace Notable.AppHost.Sessions;

/// <summary>The sessions of all visitors; drops those whose visitors have gone.</summary>
internal sealed class SessionRegistry : IAsyncDisposable
{
    private static readonly TimeSpan sweepInterval = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, AppSession> sessions = new(StringComparer.Ordinal);
    private readonly SessionLimits limits;
    private readonly ILogger log;
    private readonly ITimer sweeper;

    public SessionRegistry(SessionLimits limits, ILogger log)
    {
        this.limits = limits;
        this.log = log;
        sweeper = limits.TimeProvider.CreateTimer(_ => Sweep(), null, sweepInterval, sweepInterval);
    }

    public int Count => sessions.Count;

    /// <summary>A session for a new visitor, or null where there are as many as may be.</summary>
    public AppSession? TryCreate(CompiledNotebook notebook)
    {
        if (sessions.Count >= limits.MaxVisitors)
        {
            log.TooManyVisitors(limits.MaxVisitors);
            return null;
        }
        // Whoever knows the id is the visitor: 192 random bits, in letters that a URL takes as they are.
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return sessions[id] = new AppSession(id, notebook, limits, log);
    }

    public AppSession? Find(string id) => sessions.GetValueOrDefault(id);

    public async Task RemoveAsync(AppSession session)
    {
        if (!sessions.TryRemove(session.Id, out _))
            return;
        try
        {
            await session.DisposeAsync().ConfigureAwait(false);
        }
        // The notebook's own clean-up may throw; nobody waits for the result of this.
        catch (Exception error)
        {
            log.EndFailed(error, session.LogName);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await sweeper.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(sessions.Values.Select(RemoveAsync)).ConfigureAwait(false);
    }

    private void Sweep()
    {
        foreach (var session in sessions.Values.Where(session => session.Activity.IsOver))
        {
            log.VisitorGone(session.LogName);
            _ = RemoveAsync(session);
        }
    }
}
