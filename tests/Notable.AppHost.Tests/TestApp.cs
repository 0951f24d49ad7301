using Microsoft.Extensions.Logging;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Testing;

namespace Notable.AppHost.Tests;

/// <summary>A server of a small notebook on a free port, with a client and a log to look into.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly TemporaryFolder folder;

    private TestApp(TemporaryFolder folder, AppServer server, LogRecorder log)
    {
        this.folder = folder;
        Server = server;
        Log = log;
        Client = new HttpClient(new KeyHeader()) { BaseAddress = server.Address };
    }

    public AppServer Server { get; }

    public LogRecorder Log { get; }

    public HttpClient Client { get; }

    public static CancellationToken Canceled => TestContext.Current.CancellationToken;

    /// <summary>A notebook of code cells; a cell that begins with <c>#</c> and a blank is markdown.</summary>
    public static Notebook NotebookOf(params string[] cells) =>
        new(cells.Select(cell => new NotebookCell(cell.StartsWith("# ", StringComparison.Ordinal) ? CellKind.Markdown : CellKind.Code, cell)));

    public static Task<TestApp> StartAsync(params string[] cells) => StartAsync(options => options, cells);

    public static async Task<TestApp> StartAsync(Func<AppOptions, AppOptions> configure, params string[] cells)
    {
        var folder = new TemporaryFolder();
        var log = new LogRecorder();
        NotebookOf(cells).Save(folder["app.ipynb"]);
        try
        {
            var server = await AppServer.CreateAsync(configure(Options(folder["app.ipynb"], log)), Canceled);
            return new TestApp(folder, server, log);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public static AppOptions Options(string notebook, LogRecorder log) => new()
    {
        Notebook = notebook,
        Environment = ScriptEnvironment.Default,
        Port = 0,
        Logging = logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log),
    };

    /// <summary>What a GET of a path gives, with headers of the browser's.</summary>
    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return Client.SendAsync(request, Canceled);
    }

    /// <summary>Opens the page and its WebSocket, as a browser does.</summary>
    public async Task<PageClient> OpenPageAsync(string path = "")
    {
        var html = await Client.GetStringAsync(path, Canceled);
        return await PageClient.ConnectAsync(new Uri(Client.BaseAddress!, path), html, origin: null);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        folder.Dispose();
        // Whatever a test did, nothing is held for visitors who are gone.
        foreach (var (name, quota) in Server.ResourceLimits.All)
            Assert.True(quota.InUse == 0, $"{quota.InUse} of {name} were not given back");
    }

    /// <summary>Sends the key of a session, which stands behind the # of its addresses here, as the page's script does.</summary>
    private sealed class KeyHeader() : DelegatingHandler(new HttpClientHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.Fragment is { Length: > 1 } key)
                request.Headers.TryAddWithoutValidation("Notable-Key", key[1..]);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
