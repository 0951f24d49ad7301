using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Benchmarks.App;

/// <summary>The page in a real browser: headless Chromium, over its DevTools protocol. Left out where there is none.</summary>
internal static partial class AppPageBench
{
    private const double ColdBar = 1500, WarmBar = 600, SizeBar = 600;
    private static readonly string[] candidates = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    // Milliseconds since the navigation began, and bytes over the network, once the widgets can be used.
    private const string WhenReady = """
        new Promise(done => {
          const look = () => document.body?.dataset.state === 'ready'
            ? done([performance.now(), [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, one) => sum + one.transferSize, 0)])
            : setTimeout(look, 5);
          look();
        })
        """;

    public static IEnumerable<Measurement> Measure(Uri app, BenchOptions options)
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } chosen ? chosen : candidates.FirstOrDefault(File.Exists);
        if (chromium is null)
        {
            Console.Error.WriteLine("bench: no Chromium here (CHROMIUM names one), so the page is not timed in a browser");
            return [];
        }
        return MeasureAsync(chromium, app, options).GetAwaiter().GetResult();
    }

    private static async Task<IEnumerable<Measurement>> MeasureAsync(string chromium, Uri app, BenchOptions options)
    {
        var profile = Directory.CreateTempSubdirectory("notable-bench-browser-");
        using var browser = Process.Start(new ProcessStartInfo(chromium,
            ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync", "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank"])
        { RedirectStandardError = true })!;
        try
        {
            using var tools = await DevTools.ConnectAsync(await DebuggerAsync(browser).WaitAsync(patience));
            List<double> cold = [], warm = [], sizes = [];
            for (var i = -options.Warm(1); i < options.Runs(7); i++)
            {
                await tools.CallAsync("Network.clearBrowserCache");
                var (coldTime, bytes) = await OpenAsync(tools, app);
                var (warmTime, _) = await OpenAsync(tools, app);
                if (i < 0)
                    continue;
                cold.Add(coldTime);
                sizes.Add(bytes / 1e3);
                warm.Add(warmTime);
            }
            return
            [
                Stopwatches.Summary("app: page asked for to widgets usable, cold", "ms", cold) with { Bar = ColdBar },
                Stopwatches.Summary("app: page asked for to widgets usable, warm cache", "ms", warm) with { Bar = WarmBar },
                Stopwatches.Summary("app: transferred cold", "kB", sizes) with { Bar = SizeBar },
            ];
        }
        finally
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync();
            profile.Delete(recursive: true);
        }
    }

    private static async Task<Uri> DebuggerAsync(Process browser)
    {
        while (await browser.StandardError.ReadLineAsync() is { } line)
            if (Listening().Match(line) is { Success: true } found)
            {
                _ = browser.StandardError.BaseStream.CopyToAsync(Stream.Null);
                return new Uri(found.Groups[1].Value);
            }
        throw new InvalidOperationException("Chromium ended before it was ready; its error stream is above");
    }

    private static async Task<(double Milliseconds, double Bytes)> OpenAsync(DevTools tools, Uri app)
    {
        await tools.CallAsync("Page.navigate", new() { ["url"] = "about:blank" });
        await tools.CallAsync("Page.navigate", new() { ["url"] = app.ToString() });
        var answer = await tools.CallAsync("Runtime.evaluate", new() { ["expression"] = WhenReady, ["awaitPromise"] = true, ["returnByValue"] = true });
        var values = answer["result"]!["value"]!.AsArray();
        return ((double)values[0]!, (double)values[1]!);
    }

    [GeneratedRegex(@"DevTools listening on (ws://\S+)")]
    private static partial Regex Listening();

    /// <summary>The few words of Chromium's DevTools protocol that are needed, to one page.</summary>
    private sealed class DevTools : IDisposable
    {
        private readonly ClientWebSocket socket = new();
        private string? page;
        private int lastId;

        public static async Task<DevTools> ConnectAsync(Uri address)
        {
            var tools = new DevTools();
            await tools.socket.ConnectAsync(address, CancellationToken.None);
            var target = await tools.CallAsync("Target.createTarget", new() { ["url"] = "about:blank" });
            var attached = await tools.CallAsync("Target.attachToTarget", new() { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true });
            tools.page = (string)attached["sessionId"]!;
            await tools.CallAsync("Page.enable");
            await tools.CallAsync("Network.enable");
            return tools;
        }

        public async Task<JsonNode> CallAsync(string method, JsonObject? parameters = null)
        {
            using var limit = new CancellationTokenSource(patience);
            var call = new JsonObject { ["id"] = ++lastId, ["method"] = method, ["params"] = parameters ?? [] };
            if (page is not null)
                call["sessionId"] = page;
            await socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, true, limit.Token);
            while (true)
            {
                var answer = JsonNode.Parse(await ReceiveAsync(limit.Token))!;
                if ((int?)answer["id"] == lastId)
                    return answer["result"] ?? throw new InvalidOperationException($"Chromium refused {method}: {answer["error"]}");
            }
        }

        public void Dispose() => socket.Dispose();

        private async Task<byte[]> ReceiveAsync(CancellationToken cancellationToken)
        {
            using var whole = new MemoryStream();
            var part = new byte[32 * 1024];
            ValueWebSocketReceiveResult got;
            do
            {
                got = await socket.ReceiveAsync(part.AsMemory(), cancellationToken);
                whole.Write(part, 0, got.Count);
            }
            while (!got.EndOfMessage);
            return whole.ToArray();
        }
    }
}
