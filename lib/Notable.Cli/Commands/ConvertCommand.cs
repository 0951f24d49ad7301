using System.CommandLine;
using Notable.Kernel.Notebooks;
using Notable.Shared;

namespace Notable.Cli.Commands;

/// <summary><c>notable convert</c>: converts .NET Interactive notebooks (.dib) to Jupyter notebooks (.ipynb), and back.</summary>
internal static class ConvertCommand
{
    private static readonly string[] formats = [".dib", ".ipynb"];

    public static Command Create()
    {
        var from = new Argument<string>("NOTEBOOK") { Description = "a notebook (.dib or .ipynb)" };
        var to = new Argument<string>("TO") { Description = "the file to write (.ipynb or .dib); must not exist yet" };
        var force = new Option<bool>("--force") { Description = "overwrite an existing file" };
        var command = new Command("convert", "Convert a .NET Interactive notebook (.dib) to a Jupyter notebook (.ipynb), or back. A .dib file has no outputs and little metadata; these are left out.") { from, to, force };
        foreach (var path in (Argument<string>[])[from, to])
            path.Validators.Add(given =>
            {
                if (given.Tokens is [var token] && !formats.Contains(Path.GetExtension(token.Value).ToLowerInvariant()))
                    given.AddError($"'{token.Value}' is neither .dib nor .ipynb");
            });
        command.SetAction(parsed => ErrorReporting.Guard(() => Convert(parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(force))));
        return command;
    }

    private static int Convert(string from, string to, bool force)
    {
        var notebook = Notebook.Open(from);
        if (File.Exists(to) && !force)
            throw new IOException($"{to} already exists; --force overwrites it");
        OutputPath.RequireWritable(to);
        notebook.Save(to);
        Console.WriteLine($"{to}: {notebook.Cells.Count} cells");
        return ExitCode.Ok;
    }
}
