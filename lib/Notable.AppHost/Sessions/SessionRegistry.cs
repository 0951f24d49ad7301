using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Metrics;
using Notable.Kernel.Scripting;

namespace Notable.AppHost.Sessions;

/// <summary>The sessions of all visitors; drops those whose visitors have gone.</summary>
internal sealed class SessionRegistry : IAsyncDisposable
{
    private static readonly TimeSpan sweepInterval = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<string, AppSession> sessions = new(StringComparer.Ordinal);
    private readonly int worker;
    private readonly ITimer sweeper;

    /// <param name="limits">What the sessions live under.</param>
    /// <param name="worker">The number that the sessions' ids begin with.</param>
    /// <param name="log">The author's log.</param>
    public SessionRegistry(SessionLimits limits, int worker, ILogger log)
    {
        Limits = limits;
        Log = log;
        this.worker = worker;
        sweeper = limits.TimeProvider.CreateTimer(_ => Sweep(), null, sweepInterval, sweepInterval);
    }

    /// <summary>Told when code of the notebook hangs on a thread that is lost.</summary>
    public event Action? NotebookHangs;

    public SessionLimits Limits { get; }

    public ILogger Log { get; }

    public int Count => sessions.Count;

    /// <summary>Whether the server is about to end: nobody new is let in.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>A session for a new visitor, or null where there are as many as may be.</summary>
    public AppSession? TryCreate(CompiledNotebook notebook, VisitorLanguage language, IReadOnlyDictionary<string, string> query)
    {
        if (sessions.Count >= Limits.MaxVisitors)
        {
            Log.TooManyVisitors(Limits.MaxVisitors);
            return null;
        }
        // Whoever knows the id is the visitor: 192 random bits, in letters that a URL takes as they are.
        var id = string.Create(CultureInfo.InvariantCulture, $"{worker}-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}");
        HostMetrics.Sessions.Add(1);
        var session = new AppSession(id, notebook, language, this);
        session.Notebook.Widgets.Query = query;
        return sessions[id] = session;
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
            Log.EndFailed(error, session.LogName);
        }
    }

    /// <summary>Ends a visit whose code does not stop. Nobody knows what it still changes.</summary>
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
            if (!session.Activity.IsOver)
                continue;
            Log.VisitorGone(session.LogName);
            _ = RemoveAsync(session);
        }
    }
}
