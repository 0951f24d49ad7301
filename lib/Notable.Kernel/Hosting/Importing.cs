using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;
using Notable.Kernel.Notebooks;

namespace Notable.Kernel.Hosting;

/// <summary><c>#!import PATH</c>: runs the code cells of another notebook, each in its kernel, or a C# file.</summary>
internal static class Importing
{
    private const int MaxDepth = 20;
    private static readonly AsyncLocal<int> depth = new();

    public static async Task RunAsync(CompositeKernel root, string file, KernelInvocationContext context)
    {
        var csharp = root.ChildKernels.OfType<CSharpKernel>().Single();
        var path = Path.GetFullPath(file.Trim('"'), csharp.Session.Folder);
        var command = context.Command;
        try
        {
            if (++depth.Value > MaxDepth)
                throw new InvalidDataException($"more than {MaxDepth} files import each other; does one import itself?");
            if (Path.GetExtension(path).ToLowerInvariant() is not (".ipynb" or ".dib"))
                await csharp.RunFileAsync(path, context).ConfigureAwait(false);
            else
                foreach (var (cell, number) in Notebook.Open(path).CodeCells().Select((entry, ordinal) => (entry.Item, ordinal + 1)))
                    if (!await RunAsync(root, cell, $"{Path.GetFileName(path)} cell {number}", context).ConfigureAwait(false))
                        return;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or NotebookFormatException or InvalidDataException)
        {
            context.Fail(command, message: $"{file} cannot be imported: {broken.Message}");
        }
        finally
        {
            depth.Value--;
        }
    }

    private static async Task<bool> RunAsync(CompositeKernel root, NotebookCell cell, string place, KernelInvocationContext context)
    {
        var child = new SubmitCode(cell.Source, cell.KernelName);
        child.SetParent(context.Command);
        if (Submission.Of(context.Command) is { } submission)
            (submission with { Code = cell.Source, Place = place }).Attach(child);
        var result = await root.SendAsync(child).ConfigureAwait(false);
        if (result.Events.OfType<CommandFailed>().LastOrDefault() is not { } failed)
            return true;
        context.Fail(context.Command, failed.Exception, failed.Message);
        return false;
    }
}
