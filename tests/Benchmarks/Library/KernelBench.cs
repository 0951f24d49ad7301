using System.Diagnostics;
using System.Text.Json;
using Notable.Kernel.Jupyter;

namespace Benchmarks.Library;

/// <summary>The Jupyter kernel as a front end meets it, by Debian's jupyter-client: start, cells, completion, comms, memory.</summary>
internal static class KernelBench
{
    private const string Python = "/usr/bin/python3", Script = "kernel_client.py";

    private sealed record Figure(string Key, string Name, string Unit, double Bar, bool MoreIsBetter = false);

    private static readonly Figure[] Figures =
    [
        new("start", "kernel: process start to kernel_info reply", "ms", 1000), new("first cell", "kernel: first cell", "ms", 1200),
        new("cell", "kernel: a small cell", "ms", 15), new("first completion", "kernel: first completion", "ms", 2000),
        new("completion", "kernel: a completion", "ms", 250), new("memory", "kernel: memory after 27 cells", "MB", 220),
        new("interrupt", "kernel: from an interrupt to the cell's end", "ms", 1000),
        new("comms", "kernel: comm round trips", "1/s", 200, MoreIsBetter: true),
    ];

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("notable-bench-").FullName;
        try
        {
            KernelSpec.Write(folder);
            var warm = options.Warm(1);
            Dictionary<string, double[]>[] runs = [.. Enumerable.Range(0, warm + options.Runs(5)).Select(_ => Once(folder)).Skip(warm)];
            foreach (var figure in Figures)
                yield return Stopwatches.Summary(figure.Name, figure.Unit, [.. runs.SelectMany(run => run[figure.Key])])
                    with
                { Bar = figure.Bar, MoreIsBetter = figure.MoreIsBetter };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Dictionary<string, double[]> Once(string folder)
    {
        var script = Path.Combine(folder, Script);
        using (var source = typeof(KernelBench).Assembly.GetManifestResourceStream(Script)!)
        using (var file = File.Create(script))
            source.CopyTo(file);
        var start = new ProcessStartInfo(Python, ["-W", "ignore", script]) { RedirectStandardOutput = true };
        start.Environment["JUPYTER_PATH"] = folder;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Dictionary<string, double[]>>(output)!
            : throw new InvalidOperationException($"{Python} could not drive the kernel (exit code {process.ExitCode}): it needs python3-jupyter-client; its own message is above");
    }
}
