using System.Diagnostics;
using Notable.Kernel.Notebooks;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>An app in one process, as it is served where a worker cannot inherit the listening socket.</summary>
public sealed class AppsServeAlone : IAsyncLifetime
{
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(90);
    private readonly TemporaryFolder folder = new();
    private readonly HttpClient client = new() { Timeout = patience };
    private Process app = null!;

    private static CancellationToken Canceled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder["beside"]);
        File.WriteAllText(folder["beside/note.txt"], "from the notebook's folder");
        new Notebook(new NotebookCell(CellKind.Markdown, "# alone"), new NotebookCell(CellKind.Code, "File.ReadAllText(\"note.txt\")")).Save(folder["beside/app.ipynb"]);
        app = Command.Start(folder.Path, ["app", "beside/app.ipynb", "--port", "0", "--one-process"]);
        string? line;
        do
            line = await app.StandardOutput.ReadLineAsync(Canceled).AsTask().WaitAsync(patience, Canceled);
        while (line?.Contains(" at http://", StringComparison.Ordinal) == false);
        Assert.NotNull(line);
        client.BaseAddress = new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Split(' ')[0]);
        _ = app.StandardOutput.ReadToEndAsync(Canceled);
        _ = app.StandardError.ReadToEndAsync(Canceled);
    }

    [Fact]
    public async Task One_process_serves_and_ends_well()
    {
        Assert.Contains("from the notebook&#39;s folder", await client.GetStringAsync("", Canceled));
        if (OperatingSystem.IsLinux())
            Assert.Empty(Directory.GetDirectories($"/proc/{app.Id}/task").SelectMany(thread => File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Command.Interrupt(app);
        await app.WaitForExitAsync(Canceled).WaitAsync(patience, Canceled);

        Assert.Equal(0, app.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!app.HasExited)
            app.Kill(entireProcessTree: true);
        await app.WaitForExitAsync().WaitAsync(patience);
        app.Dispose();
        client.Dispose();
        folder.Dispose();
    }
}
