using System.CommandLine;
using Microsoft.Extensions.Logging;
using Notable.AppHost;
using Notable.Imaging;
using Notable.Kernel.Scripting;

namespace Notable.Cli.Commands;

/// <summary><c>notable app</c>: serves a notebook as a web page.</summary>
internal static class AppCommand
{
    public static Command Create()
    {
        var defaults = AppOptions.Defaults;
        var notebook = new Argument<string>("NOTEBOOK") { Description = "the app notebook (.ipynb)", DefaultValueFactory = _ => Path.Combine("notebooks", "app.ipynb") };
        var values = ParameterOption.Create();
        var host = new Option<string>("--host") { Description = "the address to listen on; 0.0.0.0: reachable from phones on the same network", DefaultValueFactory = _ => defaults.Host };
        var hostName = new Option<string[]>("--host-name") { Description = "a name under which visitors reach the app (app.example.org), * for any; localhost and IP addresses always work" };
        var port = NumberOption.Of("--port", defaults.Port, 0, 65535, "the TCP port; 0 for any free one");
        var baseUrl = new Option<string>("--base-url") { Description = "the path under which a proxy serves the app", DefaultValueFactory = _ => defaults.BaseUrl };
        var proxy = new Option<string[]>("--proxy") { Description = "an address or network (10.0.0.0/8) of proxies whose X-Forwarded headers are trusted; those on this machine always are" };
        var frame = new Option<string[]>("--frame-ancestor") { Description = "a site (https://example.org) that may show the app in a frame" };
        var token = new Option<string?>("--token") { Description = "a secret that visitors need in the address, as ?token=; the environment variable NOTABLE_TOKEN is safer, since it does not show in the process list" };
        var memory = NumberOption.Of("--memory", Math.Floor(defaults.MemoryBytes / 1e6), 300, 1e7, "megabytes that the serving process may use, of which uploads get a fifth and decoding a quarter; the default is the memory of the machine or container");
        var visitors = NumberOption.Of("--max-visitors", defaults.MaxVisitors, 1, 100_000, "visitors at a time; beyond that, unused pages are closed or new visitors are asked to come back later");
        var perAddress = NumberOption.Of("--visitors-per-address", defaults.VisitorsPerAddress, 0, 100_000, "visitors at a time from one address; 0 for any number");
        var connections = NumberOption.Of("--connections-per-address", defaults.ConnectionsPerAddress, 0, 1_000_000, "connections at a time from one address, proxies excepted; 0 for any number");
        var upload = NumberOption.Of("--max-upload", defaults.MaxUploadBytes / 1e6, 0.001, 1000, "maximum size of an upload in megabytes");
        var timeout = NumberOption.Of("--handler-timeout", defaults.HandlerTimeout.TotalSeconds, 0.1, 86_400, "maximum seconds for each cell and each handler, not counting the wait for its turn");
        var resume = NumberOption.Of("--resume", defaults.ResumeWindow.TotalSeconds, 1, 86_400, "seconds for which the page of a visitor who lost the connection is kept");
        var idle = NumberOption.Of("--idle", defaults.IdleTimeout.TotalSeconds, 1, 604_800, "seconds after which an inactive visitor's page is closed");
        var visits = NumberOption.Of("--visits-per-minute", defaults.VisitorsPerMinute, 0, 1_000_000, "new visitors from one address; 0 for any number");
        var uploads = NumberOption.Of("--uploads-per-minute", defaults.UploadsPerMinute, 0, 1_000_000, "uploaded files from one address; 0 for any number");
        var log = new Option<string>("--log") { Description = "text for people, json (one line per entry) for programs", DefaultValueFactory = _ => "text" };
        log.AcceptOnlyFromAmong("text", "json");
        var alone = new Option<bool>("--one-process") { Description = "listen and serve in one process, which is not restarted if it fails; always on Windows and macOS" };

        var command = new Command("app",
            """
            Serve a notebook as a web page: code hidden, widgets live. Relative paths in it start from its folder.

            One process listens and another serves. If the second one fails, it is restarted, and a notebook that changes on disk is
            reloaded while earlier visitors keep their pages. (On Windows and macOS one process does both and is not restarted.)
            /healthz says whether the app is ready and what it is short of; /metrics (for this machine and private networks) counts
            visitors, predictions, queue, refusals and memory in the Prometheus format.
            """)
        {
            notebook, values, host, hostName, port, baseUrl, proxy, frame, token, memory, visitors, perAddress, connections, upload, timeout, resume, idle,
            visits, uploads, log, alone,
        };
        command.SetAction((parsed, stop) => ErrorReporting.GuardAsync(async () =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(notebook));
            // As in Jupyter, "models/bills.safetensors" is relative to the notebook, not to the current directory.
            var isAlone = !AppWorker.IsThisProcess && (!AppSupervisor.IsSupported || parsed.GetValue(alone));
            if ((isAlone || AppWorker.IsThisProcess) && Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder))
                Environment.CurrentDirectory = folder;
            var options = new AppOptions
            {
                Notebook = path,
                Environment = isAlone || AppWorker.IsThisProcess ? NotebookEnvironment.ForApp(path) : ScriptEnvironment.Default,
                Parameters = ParameterOption.Pairs(parsed.GetValue(values)),
                HostNames = parsed.GetValue(hostName) ?? [],
                MemoryBytes = (long)(parsed.GetValue(memory) * 1e6),
                VisitorsPerAddress = parsed.GetValue(perAddress),
                ConnectionsPerAddress = parsed.GetValue(connections),
                Host = parsed.GetRequiredValue(host),
                Port = parsed.GetValue(port),
                BaseUrl = parsed.GetRequiredValue(baseUrl),
                Proxies = parsed.GetValue(proxy) ?? [],
                FrameAncestors = parsed.GetValue(frame) ?? [],
                Token = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable("NOTABLE_TOKEN"),
                MaxVisitors = parsed.GetValue(visitors),
                MaxUploadBytes = (long)(parsed.GetValue(upload) * 1e6),
                HandlerTimeout = TimeSpan.FromSeconds(parsed.GetValue(timeout)),
                ResumeWindow = TimeSpan.FromSeconds(parsed.GetValue(resume)),
                IdleTimeout = TimeSpan.FromSeconds(parsed.GetValue(idle)),
                VisitorsPerMinute = parsed.GetValue(visits),
                UploadsPerMinute = parsed.GetValue(uploads),
                Logging = parsed.GetValue(log) == "json" ? logging => logging.AddJsonConsole(json => json.UseUtcTimestamp = true) : null,
            };
            if (AppWorker.IsThisProcess || isAlone)
                DecodeBudget.MaxBytes = options.DecodeMemoryBytes;
            if (AppWorker.IsThisProcess)
            {
                await AppWorker.RunAsync(options, stop);
                return ExitCode.Ok;
            }
            // Not Console.Out: the first session, which may start meanwhile, replaces it, and the line could be lost.
            void Serving(Uri address) => ConsoleRouter.Out.WriteLine($"{Path.GetFileName(path)} is at {address} (Ctrl+C stops it)");
            if (!isAlone)
                return await AppSupervisor.RunAsync(options, OwnProgram.Start(Environment.GetCommandLineArgs()[1..]), Serving, stop);
            await AppSupervisor.RunAloneAsync(options, Serving, stop);
            return ExitCode.Ok;
        }));
        return command;
    }
}
