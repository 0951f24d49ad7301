using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Browser.Fixtures;

/// <summary>
/// Debian's classic Jupyter Notebook with our kernel and its extension, in folders of its own: nothing of the person's Jupyter is
/// read or changed.
/// </summary>
public sealed class NotebookServer : IAsyncDisposable
{
    /// <summary>Debian's: another may come first on the path, without Jupyter.</summary>
    private const string Python = "/usr/bin/python3";
    private const string Program = "/usr/bin/jupyter-notebook";
    private const string Token = "browser-test";
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(3);
    private readonly TemporaryFolder folder = new();
    private readonly int port = FreePort();
    private Process? server;

    private NotebookServer()
    {
    }

    /// <summary>Starts a server in whose folder lies a notebook <c>test.ipynb</c> of these cells; one that begins with <c>#</c> and a blank is markdown.</summary>
    public static async Task<NotebookServer> StartAsync(params string[] cells)
    {
        if (!File.Exists(Program))
            Assert.Skip("needs Debian's classic notebook, which 'environment/setup test' installs: apt-get install jupyter-notebook");
        var started = new NotebookServer();
        Directory.CreateDirectory(started.folder["notebooks"]);
        new Notebook(cells.Select(cell => new NotebookCell(cell.StartsWith("# ", StringComparison.Ordinal) ? CellKind.Markdown : CellKind.Code, cell)))
            .Save(Path.Combine(started.folder["notebooks"], "test.ipynb"));
        try
        {
            await started.InstallAsync();
            await started.ServeAsync();
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens the notebook and waits until its kernel is there.</summary>
    public async Task OpenAsync(Visitor visitor)
    {
        visitor.Page.SetDefaultTimeout((float)patience.TotalMilliseconds);
        await visitor.Page.GotoAsync($"http://127.0.0.1:{port}/notebooks/test.ipynb?token={Token}");
        await visitor.Page.WaitForFunctionAsync("() => window.Jupyter?.notebook?.kernel?.info_reply?.protocol_version");
    }

    /// <summary>Runs all cells and waits until the last has run.</summary>
    public static async Task RunAllAsync(Visitor visitor)
    {
        await visitor.Page.EvaluateAsync("Jupyter.notebook.execute_all_cells()");
        await visitor.Page.WaitForFunctionAsync(
            "() => Jupyter.notebook.get_cells().every(cell => cell.cell_type !== 'code' || typeof cell.input_prompt_number === 'number')");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync();
            server.Dispose();
        }
        folder.Dispose();
    }

    private async Task InstallAsync()
    {
        using var install = Process.Start(Environed(new("dotnet", [Path.Combine(AppContext.BaseDirectory, "notable-cli.dll"), "kernel", "install", "--nbextension"])))!;
        await install.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(patience);
        Assert.Equal(0, install.ExitCode);
    }

    private async Task ServeAsync()
    {
        server = Process.Start(Environed(new(Python,
        [
            Program, "--no-browser", "--allow-root", "--ip=127.0.0.1", $"--port={port}", "--port-retries=0",
            $"--NotebookApp.token={Token}", $"--notebook-dir={folder["notebooks"]}",
        ])))!;
        using var http = new HttpClient();
        var end = Stopwatch.StartNew();
        while (!await AnswersAsync(http))
        {
            Assert.False(server.HasExited, "jupyter-notebook ended before it answered; its error stream is above");
            Assert.True(end.Elapsed < patience, "jupyter-notebook did not answer in time");
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }

    private async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            return (await http.GetAsync($"http://127.0.0.1:{port}/api?token={Token}", TestContext.Current.CancellationToken)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private ProcessStartInfo Environed(ProcessStartInfo start)
    {
        foreach (var (name, value) in new[]
        {
            ("HOME", "home"), ("JUPYTER_DATA_DIR", "data"), ("JUPYTER_CONFIG_DIR", "config"), ("JUPYTER_RUNTIME_DIR", "runtime"), ("IPYTHONDIR", "ipython"),
        })
        {
            Directory.CreateDirectory(folder[value]);
            start.Environment[name] = folder[value];
        }
        // Its log says each request.
        start.RedirectStandardInput = true;
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
