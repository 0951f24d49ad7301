using System.CommandLine;
using Benchmarks.App;
using Benchmarks.Attack;
using Benchmarks.Library;
using TorchSharp;

namespace Benchmarks;

/// <summary><c>notable bench</c>: the figures that the README and tests/Benchmarks/RESULTS.md come from. The command line loads it by name.</summary>
public static class BenchCommand
{
    private static readonly (string Name, string What, Func<BenchOptions, IEnumerable<Measurement>> Measure)[] Benches =
    [
        ("engine", "one operation, ResNet18 forwards, a training step", EngineBench.Measure),
        ("train", "a fine-tune", TrainBench.Measure),
        ("predict", "one photo, a folder", PredictBench.Measure),
        ("start", "process start to first answer", StartBench.Measure),
        ("augment", "a training batch", AugmentBench.Measure),
        ("verify", "a folder of photos looked through", FolderBench.Verify),
        ("resize", "a folder of photos made smaller", FolderBench.Resize),
        ("kernel", "the Jupyter kernel, by Debian's jupyter-client", KernelBench.Measure),
        ("app", "the app host, from one visitor to thousands", AppBench.Measure),
        ("rush", "120 visitors with a photo of 12 megapixels each, all at once", RushBench.Measure),
        ("attack", "the app host under thirteen attackers (minutes)", AttackBench.Measure),
    ];

    /// <summary>Returns the verb with its arguments and options.</summary>
    public static Command Create()
    {
        var names = new Argument<string[]>("NAME")
        {
            Description = string.Join(". ", Benches.Select(b => $"{b.Name}: {b.What}")),
            Arity = ArgumentArity.OneOrMore,
        };
        names.AcceptOnlyFromAmong([.. Benches.Select(b => b.Name)]);
        var threads = NumberOption.Of("--threads", Environment.ProcessorCount, 1, 1024, "threads an operation may use");
        var data = new Option<string?>("--data") { Description = "all but engine: a folder of pictures; left out: drawn sample notes" };
        var device = new Option<string>("--device") { Description = "cpu or cuda", DefaultValueFactory = _ => "cpu" };
        device.AcceptOnlyFromAmong("cpu", "cuda");
        var peer = new Option<string?>("--peer")
        {
            Description = "measure Python torch beside it, case by case, and print the ratios; may name the Python (default: the first python3 with torch)",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var quick = new Option<bool>("--quick") { Description = "one run of everything: shows that it works, not how fast" };
        var json = new Option<bool>("--json") { Description = "one JSON object a figure: name, value (a median), unit, bar, holds, min, n" };

        var command = new Command("bench",
            """
            Measure, and hold the figures against the bars the project sets itself.

            A figure is the median of n runs after a warm-up; min is the fastest run, which other programs on the machine touch least.
            Where it has a bar, holds says whether it is as good. The exit code does not depend on it.
            """) { names, threads, data, device, peer, quick, json };
        command.SetAction(parsed => ErrorReporting.Guard(() =>
        {
            var count = parsed.GetValue(threads);
            var (where, once) = (parsed.GetRequiredValue(device), parsed.GetValue(quick));
            if (where == "cuda" && !torch.cuda.is_available())
                throw new InvalidOperationException("--device cuda: this libtorch finds no CUDA device; 'notable doctor' says why");
            torch.set_num_threads(count);
            using var beside = parsed.GetResult(peer) is null ? null : PythonPeer.Start(parsed.GetValue(peer) ?? "", count, where, once);
            var options = new BenchOptions(count, parsed.GetValue(data), where, beside, once);
            Action<Measurement> write = parsed.GetValue(json) ? WriteJson : WriteText;
            foreach (var name in parsed.GetRequiredValue(names).Distinct())
                foreach (var figure in Benches.Single(b => b.Name == name).Measure(options))
                    write(figure);
            return ExitCode.Ok;
        }));
        return command;
    }

    private static void WriteJson(Measurement f) => JsonLines.Write(new { f.Name, f.Value, f.Unit, f.Bar, f.Holds, f.Min, f.N });

    private static void WriteText(Measurement f)
    {
        var bar = f.Bar is not { } b ? "" : FormattableString.Invariant($"   bar {(f.MoreIsBetter ? ">=" : "<=")} {b:0.##}: {(f.Holds == true ? "holds" : "MISSED")}");
        Console.WriteLine(FormattableString.Invariant($"{f.Name,-60} {f.Value,10:0.###} {f.Unit,-9}{(f.Min is { } m ? $"min {m:0.###}" : ""),-16}") + bar);
    }
}
