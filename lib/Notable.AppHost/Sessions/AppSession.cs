using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Notable.AppHost.Errors;
using Notable.AppHost.Languages;
using Notable.AppHost.Limits;
using Notable.AppHost.Metrics;
using Notable.AppHost.Sockets;
using Notable.AppHost.Uploads;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.AppHost.Sessions;

/// <summary>A visitor's session: the state of the notebook, and the connection to the page while one is open.</summary>
internal sealed class AppSession : ICommChannel, IAsyncDisposable
{
    private readonly SessionRegistry registry;
    private readonly CancellationTokenSource ended = new(), workEnded = new();
    private readonly byte[] key = RandomNumberGenerator.GetBytes(24);
    private readonly ResourceQuota.Charge place, kept;
    private IncomingFiles? files;

    /// <param name="id">The session's public id.</param>
    /// <param name="address">The visitor's address.</param>
    /// <param name="notebook">The notebook that it runs.</param>
    /// <param name="language">The visitor's language.</param>
    /// <param name="registry">The registry of the session.</param>
    /// <param name="place">The visitor's place, returned when the session ends.</param>
    public AppSession(string id, string address, CompiledNotebook notebook, VisitorLanguage language, SessionRegistry registry, ResourceQuota.Charge place)
    {
        (Id, Language, this.registry, this.place) = (id, language, registry, place);
        VisitorKey = new VisitorKey(address, id);
        kept = registry.ResourceLimits.Received.Open(VisitorKey);
        Expiry = new SessionExpiry(Limits);
        Page = new CurrentConnection(Expiry);
        Notebook = new NotebookSession(notebook, this, time: Limits.TimeProvider);
        Notebook.Widgets.Trust = new FrontEndTrust { OnlyInput = true, MaxKeptBytes = Limits.MaxMessageBytes, ReleasesFiles = true, ErrorStream = text => Log.HandlerErrorStream(LogName, text) };
        Notebook.BackgroundFailed += BackgroundFailed;
        Notebook.Widgets.Refused += message => Refused.Add(message.Reason);
    }

    /// <summary>The session's id in URLs. It is not secret: access also needs the <see cref="Key"/>.</summary>
    public string Id { get; }

    /// <summary>The secret that the page needs for access. It is sent only where no log keeps it.</summary>
    public string Key => Convert.ToHexStringLower(key);

    public VisitorKey VisitorKey { get; }

    /// <summary>The name of the session in the log.</summary>
    public string LogName => Id;

    public VisitorLanguage Language { get; }

    public NotebookSession Notebook { get; }

    public SessionExpiry Expiry { get; }

    /// <summary>The connection of the visitor's page.</summary>
    public CurrentConnection Page { get; }

    /// <summary>Canceled when the session has ended and its page has been notified.</summary>
    public CancellationToken Ended => ended.Token;

    public SessionLimits Limits => registry.Limits;

    public ILogger Log => registry.Log;

    /// <summary>What the page tried to set but may not.</summary>
    public RefusedCount Refused { get; } = new();

    /// <summary>Whether the visit and its work have ended.</summary>
    public bool IsWorkEnded => workEnded.IsCancellationRequested;

    /// <summary>The files that the page sends ahead of its messages. Created on first use, because most visitors are idle.</summary>
    public IncomingFiles Files => files
        ?? Interlocked.CompareExchange(ref files, new IncomingFiles(registry.ResourceLimits, VisitorKey, Limits.TimeProvider), null) ?? files;

    /// <summary>Returns whether this is the session's key.</summary>
    public bool IsKey(string? given) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes(given));

    void ICommChannel.Send(CommMessage message)
    {
        if (Page.IsOpen)
            Page.Send(ServerMessage.Comm(message, HandledMessage.Id));
    }

    /// <summary>Runs the next cell; null after the last one.</summary>
    /// <exception cref="NotebookHangsException">The cell does not stop; the visit has ended.</exception>
    public async Task<CellRun?> RunNextAsync()
    {
        CellRun? run = null;
        Expiry.Running(true);
        try
        {
            await RunAsync(async () => run = await Notebook.RunNextAsync().ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The cell was stopped, which is its error.
            Log.TookTooLong(LogName, Limits.HandlerTimeout.TotalSeconds, LogName);
            run = Notebook.Runs[^1];
        }
        catch (NotebookHangsException)
        {
            Hangs(LogName);
            throw;
        }
        finally
        {
            Expiry.Running(false);
        }
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        var last = Page.Take();
        place.Dispose();
        // Queued work of this visitor is dropped at once, since closing the connection may take a moment.
        await workEnded.CancelAsync().ConfigureAwait(false);
        if (last is not null)
            await last.CloseAsync(PageConnection.SessionGone, "This visit has ended.").ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        // Even if there were no files: a late upload then finds them closed and cannot reserve a place that would never be returned.
        Files.Dispose();
        kept.Dispose();
        await Notebook.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Drops stalled uploads.</summary>
    public void Sweep() => files?.ForgetStalled();

    /// <summary>Charges the visitor for the values that its widgets keep.</summary>
    public void ChargeKept() => kept.Set(Notebook.Widgets.KeptBytes);

    /// <summary>Runs code of the notebook, one piece at a time and within the time limit.</summary>
    public Task RunAsync(Func<Task> code) =>
        TimeLimitedRun.RunAsync(Notebook, Language.Culture, Limits.HandlerTimeout, VisitorKey.Address, code, workEnded.Token);

    private void BackgroundFailed(Exception error)
    {
        var reference = ErrorReference.Next();
        Log.BackgroundFailed(error, reference, LogName);
        HostMetrics.Failures.Add(1);
        Page.Send(ServerMessage.Notice(string.Format(CultureInfo.InvariantCulture, Language.Texts.WentWrong, reference)));
    }

    /// <summary>Ends the visit and requests a new worker, because the notebook's code does not stop.</summary>
    public void Hangs(string reference)
    {
        Log.HandlerHangs(reference, Limits.HandlerTimeout.TotalSeconds, LogName);
        registry.Hangs(this);
    }
}
