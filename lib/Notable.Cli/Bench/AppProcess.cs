using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;

namespace Notable.Cli.Bench;

/// <summary>An app like the shipped one, served by a process of its own on a free port of this machine until it is disposed.</summary>
internal sealed partial class AppProcess : IDisposable
{
    private readonly DirectoryInfo scratch;
    private readonly Process supervisor;

    private AppProcess(DirectoryInfo scratch, Process supervisor, Uri address) => (this.scratch, this.supervisor, Address) = (scratch, supervisor, address);

    public Uri Address { get; }

    /// <summary>The process that serves now; it runs below the one that listens.</summary>
    public int Worker => int.Parse(
        File.ReadAllText($"/proc/{supervisor.Id}/task/{supervisor.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);

    /// <summary>Resident memory of both processes in MB (10^6 bytes).</summary>
    public double Megabytes => Resident(supervisor.Id) + Resident(Worker);

    /// <summary>Starts it and waits until it is ready.</summary>
    public static AppProcess Start(string model)
    {
        var scratch = Directory.CreateTempSubdirectory("notable-bench-app-");
        File.Copy(model, Path.Combine(scratch.FullName, "model.safetensors"));
        var notebook = Path.Combine(scratch.FullName, "app.ipynb");
        new Notebook(
            new NotebookCell(CellKind.Markdown, "# Fifty or a hundred?"),
            new NotebookCell(CellKind.Code, """
                var model  = Predictor.Load("model.safetensors");
                var upload = new FileUpload { Accept = "image/*" };
                var answer = new PhotoAnswer(model);
                upload.OnChange(answer.ShowAsync);
                new VBox(upload, answer, new DrawnExamples(answer))
                """)).Save(notebook);
        // The limits for one address are off: all visitors come from here.
        var start = OwnProgram.Start("app", notebook, "--port", "0", "--max-visitors", "50000", "--visits-per-minute", "0", "--uploads-per-minute", "0");
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        _ = process.StandardError.ReadToEndAsync();
        while (process.StandardOutput.ReadLine() is { } line)
            if (WhereItIs().Match(line) is { Success: true } found)
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new AppProcess(scratch, process, new Uri(found.Groups[1].Value));
            }
        process.WaitForExit();
        scratch.Delete(recursive: true);
        throw new InvalidOperationException($"the app ended before it was ready (exit code {process.ExitCode})");
    }

    public void Dispose()
    {
        // The worker takes leave when the supervisor is gone; the load's own end does not wait for that.
        supervisor.Kill(entireProcessTree: true);
        supervisor.WaitForExit();
        supervisor.Dispose();
        scratch.Delete(recursive: true);
    }

    private static double Resident(int id)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(text => text.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    [GeneratedRegex(@" is at (http://\S+)")]
    private static partial Regex WhereItIs();
}
