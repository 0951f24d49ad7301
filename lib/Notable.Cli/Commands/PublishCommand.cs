using System.CommandLine;
using Notable.Cli.Publishing;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;
using Notable.Kernel.Scripting.Precompiled;

namespace Notable.Cli.Commands;

/// <summary><c>notable publish</c>: writes an app notebook to a folder that runs without an installation.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "the app notebook (.ipynb)" };
        var output = new Option<string>("-o", "--output") { Description = "the folder to write; must be empty or not exist yet", Required = true };
        var include = new Option<string[]>("--include") { Description = "another file or folder that the notebook needs, in or below the notebook's folder; can be repeated" };
        var whole = new Option<bool>("--whole") { Description = "include the whole program with the C# compiler, so that the notebook in the folder can be changed and take parameters; about 120 MB more" };
        var command = new Command("publish",
            $"""
            Write a folder that serves an app notebook on a machine with nothing installed. It contains the notebook with its cells compiled, the files
            beside it that it names (its model), the program that serves it and the .NET it runs on. '{PublishedCommands.App}' in the folder starts it and takes the options of 'notable app'.

            The folder is for the system and processor that this program runs on. It has no libtorch and cannot train.
            """)
        {
            notebook, output, include, whole,
        };
        command.SetAction((parsed, stop) => ErrorReporting.GuardAsync(() => Task.FromResult(
            Publish(Path.GetFullPath(parsed.GetRequiredValue(notebook)), parsed.GetRequiredValue(output), parsed.GetValue(include) ?? [], parsed.GetValue(whole), stop))));
        return command;
    }

    private static int Publish(string path, string output, string[] include, bool whole, CancellationToken stop)
    {
        var notebook = Notebook.Open(path);
        // Compiled as in the app, with checkpoints, so that errors show here and not on the other machine.
        var compiled = CompiledNotebook.Compile(notebook, NotebookEnvironment.For(path) with { IsInterruptible = true });
        var folder = Path.GetDirectoryName(path)!;
        string[] files = [.. NotebookFiles.Named(notebook, folder).Concat(include.SelectMany(one => NotebookFiles.Included(one, folder))).Distinct()];
        var temporary = Directory.CreateTempSubdirectory("notable-cells-");
        try
        {
            var (cells, served) = Precompile(compiled, path, temporary.FullName, whole);
            var bytes = PublishedFolder.Write(output, path, files, cells, served, stop);
            foreach (var file in files)
                Console.Error.WriteLine($"notable: includes {file}");
            Console.WriteLine($"{output}: {bytes / 1e6:0} MB; {Path.Combine(output, PublishedCommands.App)} serves {Path.GetFileName(path)}");
            return ExitCode.Ok;
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }

    /// <summary>Precompiles the cells and finds the small program that serves them.</summary>
    /// <returns>The folder of the cells and that of the program, null if the app needs the whole program including the compiler.</returns>
    private static (string? Cells, string? Served) Precompile(CompiledNotebook compiled, string path, string folder, bool whole)
    {
        IReadOnlyList<string> references;
        try
        {
            references = PrecompiledCells.Write(compiled, path, folder);
        }
        catch (NotSupportedException reason)
        {
            Console.Error.WriteLine($"notable: includes the C# compiler: {reason.Message}");
            return (null, null);
        }
        if (whole)
            return (folder, null);
        if (ServedProgram.Find() is not { } served)
        {
            Console.Error.WriteLine("notable: includes the whole program: the small one is built only in a checkout of the repository, by 'environment/notable publish'");
            return (folder, null);
        }
        if (ServedProgram.Lacks(served, references) is { Count: > 0 } lacking)
        {
            Console.Error.WriteLine($"notable: includes the whole program: cells use {string.Join(", ", lacking)}");
            return (folder, null);
        }
        return (folder, served);
    }
}
