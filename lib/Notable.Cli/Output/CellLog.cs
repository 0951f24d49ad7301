using Notable.Display;
using Notable.Kernel.Scripting;

namespace Notable.Cli.Output;

/// <summary>Reports on the error stream which cell of a notebook runs and, for slow cells, the last line of its output.</summary>
/// <param name="ended">Called when a cell has ended, with its outputs in the notebook.</param>
internal sealed class CellLog(Action ended) : IProgress<CellProgress>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);
    private DateTime _told;

    public void Report(CellProgress progress)
    {
        var (run, count) = (progress.Run, progress.CellCount);
        if (run.Ended is { } time)
        {
            ended();
            ConsoleRouter.Error.WriteLine($"[{run.Cell.Number}/{count}] {(run.Error is null ? "done" : "failed")} after {(time - run.Started!.Value).TotalSeconds:0.0} s");
            return;
        }
        var code = run.Cell.Cell.Source.Split('\n').FirstOrDefault(line => line.Trim().Length > 0) ?? "";
        ConsoleRouter.Error.WriteLine($"[{run.Cell.Number}/{count}] {(code.Length > 100 ? $"{code[..100]}…" : code)}");
        _told = DateTime.UtcNow;
        run.Target.Changed += Follow;
    }

    private void Follow(OutputChange change)
    {
        if (DateTime.UtcNow - _told < Interval || (string?)change.Output?["data"]?[MimeTypes.Text] is not { Length: > 0 } text)
            return;
        _told = DateTime.UtcNow;
        ConsoleRouter.Error.WriteLine($"    {text.TrimEnd().Split('\n')[^1]}");
    }
}
