using System.Diagnostics;
using System.Text.RegularExpressions;
using Browser.Fixtures;
using Notable.Testing;

[assembly: AssemblyFixture(typeof(BillsApp))]

namespace Browser.Fixtures;

/// <summary>The app as it is shipped: the command line in a process of its own, with the shipped notebook and model.</summary>
public sealed partial class BillsApp : IAsyncLifetime
{
    private Process? process;

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (BrowserFixture.Executable is null)
            return;
        process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "notable-cli.dll"), "app", Repository.Path("notebooks", "app.ipynb"), "--port", "0"])
        {
            RedirectStandardOutput = true,
        })!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (WhereItIs().Match(line) is { Success: true } found)
            {
                Address = new Uri(found.Groups[1].Value);
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);      // a full pipe would stop it
                return;
            }
        throw new InvalidOperationException("the app ended before it said where it is; its error stream is above");
    }

    public async ValueTask DisposeAsync()
    {
        if (process is null)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex(@" is at (http://\S+)")]
    private static partial Regex WhereItIs();
}
