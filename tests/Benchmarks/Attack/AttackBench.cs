using System.Diagnostics;
using Benchmarks.App;

namespace Benchmarks.Attack;

/// <summary>
/// Whether the app goes on for everybody else while thirteen attackers try to end it, one after the other and all together,
/// in 2 GB of memory. Takes minutes.
/// </summary>
internal static class AttackBench
{
    private const long Memory = 2_000_000_000;
    private const double MemoryBar = 1700, LogBar = 20, TimeBar = 3;
    private const int Honest = 20;
    private const string Order = "NOTABLE_BENCH_ATTACK";

    public static IEnumerable<Measurement> Measure(BenchOptions options)
    {
        if (Environment.GetEnvironmentVariable(Order) is { } order)
        {
            Attack(order);
            yield break;
        }
        using var data = new BenchData(options.Data, 1);
        var photo = File.ReadAllBytes(data.Photos[0]);
        var (alone, together) = options.Quick ? (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(10)) : (TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(60));
        // As for the internet: the limits for one address are on.
        using var app = AppProcess.Start(data.Model, "--memory", "2000", "--visits-per-minute", "300", "--uploads-per-minute", "300", "--visitors-per-address", "100", "--connections-per-address", "512");
        var worker = app.Worker;
        if (!app.TryLimitMemory(Memory))
            Console.Error.WriteLine("bench: this user may not limit a process's memory (cgroup v1), so the peak alone is looked at");
        string[] attacks = [.. new Attackers(app.Address).All.Select(attack => attack.Name)];
        using var honest = new HonestVisitors(app.Address, photo, Honest);
        honest.AskAsync(TimeSpan.FromSeconds(3)).GetAwaiter().GetResult();
        var calm = Summary("without attack", honest.AskAsync(alone * 2).GetAwaiter().GetResult());
        yield return calm;
        foreach (var attack in attacks)
            yield return Summary("", Under([attack], honest, app, alone)).RatioTo(calm, $"attack: {attack}, time of honest answers") with { Bar = TimeBar, Min = null };
        var all = Under(attacks, honest, app, together);
        yield return Summary("under all attacks", all);
        yield return Summary("", all).RatioTo(calm, "attack: all together, time of honest answers") with { Bar = TimeBar, Min = null };
        yield return new Measurement("attack: honest visitors who lost their page or got no answer", honest.Lost, "of all") { Bar = 0 };
        yield return new Measurement("attack: workers replaced", app.Worker == worker ? 0 : 1, "of all") { Bar = 0 };
        yield return new Measurement("attack: peak memory of the worker", app.WorkerPeak, "MB") { Bar = MemoryBar };
        yield return new Measurement("attack: log", app.LogBytes / 1e6, "MB") { Bar = LogBar };
    }

    /// <summary>Lets honest visitors ask while another process attacks: its own work is not to slow down how they are timed.</summary>
    private static List<double> Under(IReadOnlyList<string> attacks, HonestVisitors honest, AppProcess app, TimeSpan duration)
    {
        var before = app.WorkerProcessorTime;
        var start = OwnProgram.Start("bench", "attack");
        start.RedirectStandardInput = true;
        start.Environment[Order] = string.Join(';', attacks.Prepend(app.Address.AbsoluteUri));
        using var process = Process.Start(start)!;
        try
        {
            var times = honest.AskAsync(duration).GetAwaiter().GetResult();
            Console.Error.WriteLine(FormattableString.Invariant(
                $"bench: {(attacks.Count == 1 ? attacks[0] : "all")}: processor time: app {(app.WorkerProcessorTime - before).TotalSeconds:0.0} s, attackers {process.TotalProcessorTime.TotalSeconds:0.0} s, in {duration.TotalSeconds:0} s"));
            return times;
        }
        finally
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(TimeSpan.FromSeconds(10)))
                process.Kill();
            process.WaitForExit();
        }
    }

    /// <summary>What the other process does: attacks, until its standard input ends.</summary>
    private static void Attack(string order)
    {
        var words = order.Split(';');
        var attackers = new Attackers(new Uri(words[0]));
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        var running = attackers.All.Index().Where(attack => words.Skip(1).Contains(attack.Item.Name)).Select(attack => Task.Run(async () =>
        {
            using var attacker = new Attacker(attack.Index + 1);
            await attacker.RunAsync(attack.Item.Round, stop.Token);
            Console.Error.WriteLine($"bench: {attack.Item.Name}: {attacker.Rounds} rounds, {attacker.Refused} of them ended by the app, last with: {attacker.LastRefusal}");
        })).ToArray();
        Console.In.ReadToEnd();
        stop.Cancel();
        Task.WaitAll(running, TimeSpan.FromSeconds(5));
    }

    private static Measurement Summary(string when, List<double> seconds)
    {
        seconds.Sort();
        return new Measurement($"attack: an honest answer {when}", seconds.Count == 0 ? double.NaN : seconds[seconds.Count / 2], "s") { N = seconds.Count, Min = seconds.FirstOrDefault() };
    }
}
