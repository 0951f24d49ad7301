using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Notable.Kernel.Notebooks;

namespace Benchmarks.App;

/// <summary>An app like the shipped one, served by a process of its own on a free port of this machine until it is disposed.</summary>
internal sealed partial class AppProcess : IDisposable
{
    private readonly DirectoryInfo scratch;
    private readonly Process supervisor;
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> lastLog = new();
    private long logBytes;
    private string? group;

    private AppProcess(DirectoryInfo scratch, Process supervisor, Uri address) => (this.scratch, this.supervisor, Address) = (scratch, supervisor, address);

    public Uri Address { get; }

    /// <summary>The process that serves now; it runs below the one that listens.</summary>
    public int Worker => int.Parse(
        File.ReadAllText($"/proc/{supervisor.Id}/task/{supervisor.Id}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture);

    /// <summary>Resident memory of both processes in MB (10^6 bytes).</summary>
    public double Megabytes => Resident(supervisor.Id) + Resident(Worker);

    /// <summary>How much it has logged, in bytes.</summary>
    public long LogBytes => Interlocked.Read(ref logBytes);

    /// <summary>The last lines that it has logged.</summary>
    public IReadOnlyCollection<string> LastLog => lastLog;

    /// <summary>The processor time that the worker has used.</summary>
    public TimeSpan WorkerProcessorTime
    {
        get
        {
            using var worker = Process.GetProcessById(Worker);
            return worker.TotalProcessorTime;
        }
    }

    /// <summary>The peak of the worker's resident memory in MB.</summary>
    public double WorkerPeak => Status(Worker, "VmHWM:");

    /// <summary>Puts the worker into a group of the kernel's that may use only so much memory. False if this user may not make one.</summary>
    public bool TryLimitMemory(long bytes)
    {
        try
        {
            group = Directory.CreateDirectory($"/sys/fs/cgroup/memory/notable-bench-{supervisor.Id}").FullName;
            File.WriteAllText(Path.Combine(group, "memory.limit_in_bytes"), bytes.ToString(CultureInfo.InvariantCulture));
            File.WriteAllText(Path.Combine(group, "cgroup.procs"), Worker.ToString(CultureInfo.InvariantCulture));
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="model">The model file.</param>
    /// <param name="more">Options of the command; by default those that let any number of visitors come from one address.</param>
    public static AppProcess Start(string model, params string[] more)
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
        // The limits for one address are off, unless they are what is measured: all visitors come from here.
        string[] unlimited = ["--max-visitors", "50000", "--visits-per-minute", "0", "--uploads-per-minute", "0", "--visitors-per-address", "0", "--connections-per-address", "0"];
        var start = OwnProgram.Start(["app", notebook, "--port", "0", .. more.Length == 0 ? unlimited : more]);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        var process = Process.Start(start)!;
        _ = CountAsync(process.StandardError.BaseStream);
        while (process.StandardOutput.ReadLine() is { } line)
            if (WhereItIs().Match(line) is { Success: true } found)
            {
                var app = new AppProcess(scratch, process, new Uri(found.Groups[1].Value));
                _ = app.CountLogAsync(process.StandardOutput);
                return app;
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
        try
        {
            if (group is not null)
                Directory.Delete(group);
        }
        catch (IOException)
        {
            // The kernel has not cleared its last process away yet.
        }
    }

    private async Task CountLogAsync(StreamReader log)
    {
        const int kept = 200;
        while (await log.ReadLineAsync() is { } line)
        {
            Interlocked.Add(ref logBytes, line.Length + 1);
            lastLog.Enqueue(line);
            if (lastLog.Count > kept)
                lastLog.TryDequeue(out _);
        }
    }

    private static async Task CountAsync(Stream errors) => await errors.CopyToAsync(Stream.Null);

    private static double Resident(int id) => Status(id, "VmRSS:");

    private static double Status(int id, string name)
    {
        var line = File.ReadLines($"/proc/{id}/status").First(text => text.StartsWith(name, StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    [GeneratedRegex(@" is at (http://\S+)")]
    private static partial Regex WhereItIs();
}
