using System.CommandLine;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Shared;

namespace Notable.Cli.Commands;

/// <summary><c>notable run</c>: runs a notebook without a front end and saves its outputs.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "a C# notebook (.ipynb or .dib)" };
        var values = ParameterOption.Create();
        var output = new Option<string?>("-o", "--output") { Description = "where to write the notebook with its outputs; also written if a cell fails" };
        var timeout = NumberOption.Of("--timeout", 0.0, 0.0, 1e6, "maximum seconds per cell; 0 for no limit");

        var folder = new Option<string?>("--cwd") { Description = "the working folder of the cells; default: the notebook's folder", HelpName = "DIR" };

        var command = new Command("run", "Run a notebook from top to bottom, in the notebook's folder. The exit code is 1 if a cell fails; later cells do not run.")
        {
            notebook, values, output, timeout, folder,
        };
        command.SetAction((parsed, stop) => ErrorReporting.GuardAsync(() => RunAsync(
            Path.GetFullPath(parsed.GetRequiredValue(notebook)), ParameterOption.Pairs(parsed.GetValue(values)), parsed.GetValue(output), parsed.GetValue(folder),
            parsed.GetValue(timeout) is > 0 and var seconds ? TimeSpan.FromSeconds(seconds) : null, stop)));
        return command;
    }

    private static async Task<int> RunAsync(
        string path, Dictionary<string, string> values, string? output, string? folder, TimeSpan? timeout, CancellationToken stop)
    {
        if (output is not null)
            OutputPath.RequireWritable(output);
        var file = output is null ? null : Path.GetFullPath(output);
        var notebook = Notebook.Open(path);
        // As in Jupyter and in the app, "data/train" is relative to the notebook, not to the current directory.
        Environment.CurrentDirectory = folder is null ? Path.GetDirectoryName(path)! : Path.GetFullPath(folder);
        RunReport report;
        try
        {
            report = await NotebookRunner.RunAsync(notebook, NotebookEnvironment.For(path), values, timeout, new CellLog(Save), Exiting, stop);
        }
        catch (Exception broken) when (broken is not ParameterException)
        {
            // Also when stopped, to keep the outputs so far. If a parameter is refused, nothing ran, and earlier outputs are kept.
            Save();
            throw;
        }
        Save();
        return Tell(report, output);

        // After every cell, so that a crash or kill of the process loses only the running cell.
        void Save()
        {
            if (file is not null)
                notebook.Save(file);
        }

        void Exiting(RunReport broken)
        {
            Save();
            Environment.ExitCode = Tell(broken, output);
        }
    }

    private static int Tell(RunReport report, string? output)
    {
        if (report.Failure is { } failure)
        {
            ConsoleRouter.Error.WriteLine($"notable: cell {failure.CellNumber} of {report.CellCount} failed: {failure.Error.Message}");
            return ExitCode.Failed;
        }
        ConsoleRouter.Error.WriteLine($"{report.CellsRun} cells in {report.Duration.TotalSeconds:0.0} s{(output is null ? "" : $"; outputs are in {output}")}");
        return ExitCode.Ok;
    }
}
