using System.CommandLine;
using Notable.Cli.Publishing;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting;

namespace Notable.Cli.Commands;

/// <summary><c>notable publish</c>: an app notebook as a folder that runs where nothing is installed.</summary>
internal static class PublishCommand
{
    public static Command Create()
    {
        var notebook = new Argument<string>("NOTEBOOK") { Description = "the app notebook (.ipynb)" };
        var output = new Option<string>("-o", "--output") { Description = "the folder to write; must be empty or not exist yet", Required = true };
        var include = new Option<string[]>("--include") { Description = "another file or folder that the notebook needs, in or below the notebook's folder; can be repeated" };
        var command = new Command("publish",
            $"""
            Write a folder that serves an app notebook on a machine with nothing installed. It contains the notebook, the files beside it that it names (its
            model), this program and the .NET it runs on. '{PublishedFolder.Command}' in the folder starts it and takes the options of 'notable app'.

            The folder is for the system and processor that this program runs on. It has no libtorch and cannot train.
            """)
        {
            notebook, output, include,
        };
        command.SetAction((parsed, stop) => Failure.GuardAsync(() => Task.FromResult(
            Publish(Path.GetFullPath(parsed.GetRequiredValue(notebook)), parsed.GetRequiredValue(output), parsed.GetValue(include) ?? [], stop))));
        return command;
    }

    private static int Publish(string path, string output, string[] include, CancellationToken stop)
    {
        var notebook = Notebook.Open(path);
        // A cell that does not compile is seen here, not on the other machine.
        _ = CompiledNotebook.Compile(notebook, NotebookEnvironment.For(path));
        var folder = Path.GetDirectoryName(path)!;
        string[] files = [.. NotebookFiles.Named(notebook, folder).Concat(include.SelectMany(one => NotebookFiles.Included(one, folder))).Distinct()];
        var bytes = PublishedFolder.Write(output, path, files, stop);
        foreach (var file in files)
            Console.Error.WriteLine($"notable: includes {file}");
        Console.WriteLine($"{output}: {bytes / 1e6:0} MB; {Path.Combine(output, PublishedFolder.Command)} serves {Path.GetFileName(path)}");
        return ExitCode.Ok;
    }
}
