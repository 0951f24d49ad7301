using Microsoft.Extensions.Logging;
using Notable.AppHost;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Testing;

namespace Browser.Fixtures;

/// <summary>A notebook served on a free port of this machine.</summary>
public sealed class AppFixture : IAsyncDisposable
{
    private readonly TemporaryFolder? folder;

    private AppFixture(AppServer server, TemporaryFolder? folder)
    {
        Server = server;
        this.folder = folder;
    }

    public AppServer Server { get; }

    /// <summary>Where the app is.</summary>
    public Uri Address => Server.Address;

    /// <summary>Serves the notebook at a path.</summary>
    /// <param name="notebook">The path of an .ipynb file.</param>
    /// <param name="environment">What its cells see.</param>
    /// <param name="configure">Changes the options, for a test of a limit.</param>
    public static async Task<AppFixture> StartAsync(string notebook, ScriptEnvironment environment, Func<AppOptions, AppOptions>? configure = null) =>
        new(await ServeAsync(notebook, environment, configure), folder: null);

    /// <summary>Serves a notebook of these cells, which know widgets and nothing else; one that begins with <c>#</c> and a blank is markdown.</summary>
    public static async Task<AppFixture> StartAsync(params string[] cells)
    {
        var folder = new TemporaryFolder();
        new Notebook(cells.Select(cell => new NotebookCell(cell.StartsWith("# ", StringComparison.Ordinal) ? CellKind.Markdown : CellKind.Code, cell)))
            .Save(folder["app.ipynb"]);
        return new(await ServeAsync(folder["app.ipynb"], ScriptEnvironment.Default, configure: null), folder);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        folder?.Dispose();
    }

    private static Task<AppServer> ServeAsync(string notebook, ScriptEnvironment environment, Func<AppOptions, AppOptions>? configure)
    {
        var options = new AppOptions
        {
            Notebook = notebook,
            Environment = environment,
            Port = 0,
            Logging = logging => logging.SetMinimumLevel(LogLevel.None),
        };
        return AppServer.CreateAsync(configure?.Invoke(options) ?? options, TestContext.Current.CancellationToken);
    }
}
