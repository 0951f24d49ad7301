using System.CommandLine;
using Notable.AppHost;

namespace Notable.Cli.Commands;

/// <summary><c>notable app</c>: serves a notebook as a web page.</summary>
internal static class AppCommand
{
    public static Command Create()
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "the app notebook (.ipynb)", DefaultValueFactory = _ => Path.Combine("notebooks", "app.ipynb") };
        var host = new Option<string>("--host") { Description = "the address to listen on; 0.0.0.0 lets phones on the same network in", DefaultValueFactory = _ => "127.0.0.1" };
        var port = NumberOption.Of("--port", 8866, 0, 65535, "the TCP port; 0 for any free one");
        var baseUrl = new Option<string>("--base-url") { Description = "the path below which a proxy shows the app", DefaultValueFactory = _ => "/" };

        var command = new Command("app", "Serve a notebook as a web page: code hidden, widgets live. Relative paths in it start from its folder.") { notebook, host, port, baseUrl };
        command.SetAction((parsed, stop) => Failure.GuardAsync(async () =>
        {
            var path = Path.GetFullPath(parsed.GetRequiredValue(notebook));
            // as in Jupyter: "models/bills.safetensors" lies beside the notebook, wherever the command was typed
            if (Path.GetDirectoryName(path) is { } folder && Directory.Exists(folder))
                Environment.CurrentDirectory = folder;
            await using var server = await AppServer.CreateAsync(new AppOptions
            {
                Notebook = path,
                Environment = NotebookEnvironment.For(path),
                Host = parsed.GetRequiredValue(host),
                Port = parsed.GetValue(port),
                BaseUrl = parsed.GetRequiredValue(baseUrl),
            }, stop);
            Console.WriteLine($"{Path.GetFileName(path)} is at {server.Address} (ctrl-C ends it)");
            await server.RunAsync(stop);
            return ExitCode.Ok;
        }));
        return command;
    }
}
