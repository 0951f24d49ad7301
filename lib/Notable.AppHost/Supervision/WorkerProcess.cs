using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using Notable.AppHost.Workers;

namespace Notable.AppHost.Supervision;

/// <summary>A worker process, as seen by its supervisor.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;
    private readonly WorkerSettings settings;
    private long lastReport = TimeProvider.System.GetTimestamp();

    private WorkerProcess(Process process, WorkerSettings settings) => (this.process, this.settings) = (process, settings);

    /// <summary>A worker's number, from 1.</summary>
    public int Number => settings.Number;

    public int ProcessId => process.Id;

    /// <summary>Whether the worker has reported that its notebook is compiled and tried.</summary>
    public bool IsReady { get; private set; }

    /// <summary>Whether it has been told to take no more visitors.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>The time since the worker's last report.</summary>
    public TimeSpan Silence => TimeProvider.System.GetElapsedTime(Volatile.Read(ref lastReport));

    /// <summary>The exit code; 128 and more for a signal.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>The memory that the worker last reported, in bytes.</summary>
    public long Memory { get; private set; }

    /// <summary>Whether the supervisor has killed it.</summary>
    public bool IsKilled { get; private set; }

    /// <summary>Describes an unexpected end, as the continuation of "the worker".</summary>
    public string Ending(long memoryLimit)
    {
        const int killed = 137;
        var memory = string.Create(CultureInfo.InvariantCulture, $"it last reported {Memory / 1e6:0} MB of memory, of {memoryLimit / 1e6:0} MB");
        return IsKilled ? "stopped responding and was killed"
            : ExitCode == killed ? $"was killed by the system (exit code {ExitCode}), which is how Linux ends a process for lack of memory; {memory}"
            : string.Create(CultureInfo.InvariantCulture, $"ended with exit code {ExitCode}; {memory}");
    }

    /// <summary>Starts a worker.</summary>
    /// <param name="command">The program that calls <see cref="AppWorker.RunAsync"/>.</param>
    /// <param name="number">The worker's number.</param>
    /// <param name="socket">The listening socket.</param>
    /// <param name="folder">The folder for the workers' private sockets.</param>
    /// <param name="deaths">How many workers died before this one.</param>
    /// <param name="lastDeath">How the last of them ended.</param>
    /// <param name="reported">Called for each line that the worker reports, on a separate thread.</param>
    /// <param name="ended">Called once when the process has ended.</param>
    public static WorkerProcess Start(
        ProcessStartInfo command, int number, SharedSocket socket, string folder, int deaths, string lastDeath,
        Action<WorkerProcess, string> reported, Action<WorkerProcess> ended)
    {
        var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.Inheritable);
        var settings = new WorkerSettings(number, socket.Handle, pipe.GetClientHandleAsString(), deaths, lastDeath, folder);
        var start = new ProcessStartInfo(command.FileName, command.ArgumentList) { RedirectStandardInput = true };
        foreach (var (name, value) in command.Environment)
            start.Environment[name] = value;
        settings.WriteTo(start.Environment);
        var worker = new WorkerProcess(Process.Start(start)!, settings);
        pipe.DisposeLocalCopyOfClientHandle();
        new Thread(() => worker.Follow(pipe, reported, ended)) { IsBackground = true, Name = $"Notable worker {number}" }.Start();
        return worker;
    }

    public void Accept() => Order(WorkerOrder.Accept);

    public void Drain(int successor)
    {
        IsDraining = true;
        Order(string.Create(CultureInfo.InvariantCulture, $"{WorkerOrder.Drain} {successor}"));
    }

    public void Stop() => Order(WorkerOrder.Stop);

    public void Kill()
    {
        IsKilled = true;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already ended.
        }
    }

    public void Dispose() => process.Dispose();

    private void Order(string words)
    {
        try
        {
            process.StandardInput.WriteLine(words);
            process.StandardInput.Flush();
        }
        catch (Exception error) when (error is IOException or InvalidOperationException)
        {
            // It has ended, which is reported elsewhere.
        }
    }

    private void Follow(AnonymousPipeServerStream pipe, Action<WorkerProcess, string> reported, Action<WorkerProcess> ended)
    {
        using (var lines = new StreamReader(pipe))
            while (lines.ReadLine() is { } line)
            {
                Volatile.Write(ref lastReport, TimeProvider.System.GetTimestamp());
                IsReady |= line == WorkerReport.Ready;
                Memory = WorkerReport.MemoryIn(line) ?? Memory;
                reported(this, line);
            }
        process.WaitForExit();
        // Other workers then know at once that it is gone.
        File.Delete(settings.PrivateSocket(Number));
        ended(this);
    }
}
