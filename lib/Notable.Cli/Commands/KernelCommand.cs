using System.CommandLine;
using Notable.Kernel.Jupyter;
using Notable.Kernel.Transport;

namespace Notable.Cli.Commands;

/// <summary><c>notable kernel</c>: C# in VS Code, JupyterLab and every other Jupyter front end.</summary>
internal static class KernelCommand
{
    public static Command Create() => new("kernel", "C# notebooks in VS Code, JupyterLab, Notebook and other Jupyter front ends.") { Install(), Run() };

    private static Command Install()
    {
        var prefix = new Option<string?>("--prefix")
        {
            Description = "install in DIR/share/jupyter (/usr/local: for all users); default: for you only", HelpName = "DIR",
        };
        var extension = new Option<bool>("--nbextension")
        {
            Description = "also let Jupyter Notebook 6 show widgets; VS Code needs nothing, JupyterLab needs jupyterlab_widgets",
        };
        var own = new Option<bool>("--own-name-only")
        {
            Description = "do not also install the kernel as '.net-csharp', the name in notebooks written for .NET Interactive",
        };
        var command = new Command("install", "Write the Jupyter kernelspec 'notable-csharp'. Front ends then offer \"C# (Notable)\" for notebooks.") { prefix, extension, own };
        command.SetAction(parsed => ErrorReporting.Guard(() =>
        {
            var (data, configuration) = parsed.GetValue(prefix) is { } given
                ? (Path.Combine(Path.GetFullPath(given), "share", "jupyter"), Path.Combine(Path.GetFullPath(given), "etc", "jupyter"))
                : (JupyterFolders.User, JupyterFolders.UserConfiguration);
            Console.WriteLine($"{KernelSpec.Write(data)} is written; choose the kernel \"{KernelSpec.DisplayName}\"");
            if (!parsed.GetValue(own))
                Console.WriteLine(KernelSpec.WriteForInteractive(data, out var other) is { } written
                    ? $"{written} is written; notebooks written for .NET Interactive open with it"
                    : $"{other} is kept: another kernel has the name {KernelSpec.InteractiveName}");
            if (parsed.GetValue(extension))
                Console.WriteLine($"{NotebookExtension.Write(data, configuration)} is written; Jupyter Notebook 6 loads it from now on");
            return ExitCode.Ok;
        }));
        return command;
    }

    private static Command Run()
    {
        var file = new Option<string>("-f", "--connection-file") { Description = "the file that the front end wrote, with addresses and the key", Required = true };
        var command = new Command("run", "Serve a front end. Front ends call this themselves.") { file };
        command.Hidden = true;
        command.SetAction((parsed, stop) => ErrorReporting.GuardAsync(async () =>
        {
            var connection = ConnectionFile.Open(parsed.GetRequiredValue(file));
            await JupyterKernel.RunAsync(connection, () => NotebookEnvironment.For(Path.Combine(Environment.CurrentDirectory, "notebook")), stop);
            // Threads that cells left running must not keep the process alive.
            Environment.Exit(ExitCode.Ok);
            return ExitCode.Ok;
        }));
        return command;
    }
}
