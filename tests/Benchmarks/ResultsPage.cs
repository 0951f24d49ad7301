using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Notable.Learning.Acceleration;
using Notable.Shared;

namespace Benchmarks;

/// <summary>Runs <c>notable bench</c> and puts its figures as a table between the markers of a page.</summary>
internal static class ResultsPage
{
    private static readonly string[] Benches = ["engine", "predict", "start", "train"];

    /// <param name="file">The page; its part between <c>&lt;!-- cpu --&gt;</c> and <c>&lt;!-- /cpu --&gt;</c> (or <c>cuda</c>) is replaced.</param>
    /// <param name="device">Which part, and where it is measured.</param>
    /// <param name="words">More words for <c>notable bench</c>.</param>
    public static void Fill(string file, string device, string[] words)
    {
        var page = File.ReadAllText(file);
        var (open, close) = ($"<!-- {device} -->", $"<!-- /{device} -->");
        var (from, to) = (page.IndexOf(open, StringComparison.Ordinal), page.IndexOf(close, StringComparison.Ordinal));
        if (from < 0 || to < from)
            throw new InvalidDataException($"{file} has no part between {open} and {close}");
        File.WriteAllText(file, $"{page[..(from + open.Length)]}\n\n{Table(device, words)}\n{page[to..]}");
    }

    private static string Table(string device, string[] words)
    {
        var rows = Measure(device, words).Select(Row);
        return $"""
            {Machine()}; libtorch {TorchRuntime.LibtorchVersion}, {Environment.ProcessorCount} threads, {DateTime.UtcNow:yyyy-MM-dd}.

            | figure | median | fastest run | unit | bar | holds |
            | --- | ---: | ---: | --- | ---: | --- |
            {string.Join('\n', rows)}

            """;
    }

    private static string Machine()
    {
        var cores = File.ReadLines("/proc/cpuinfo").Count(line => line.StartsWith("processor", StringComparison.Ordinal));
        return $"{CpuFeatures.Model ?? "unknown processor"}, {cores} cores";
    }

    private static IEnumerable<JsonElement> Measure(string device, string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "notable-cli.dll"), "bench", .. Benches, "--device", device, "--json", .. words])
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        List<JsonElement> figures = [];
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Console.Error.WriteLine(line);
            figures.Add(JsonDocument.Parse(line).RootElement);
        }
        process.WaitForExit();
        return process.ExitCode == 0 ? figures : throw new InvalidOperationException($"notable bench ended with exit code {process.ExitCode}; its own message is above");
    }

    private static string Row(JsonElement f)
    {
        string Number(string name) => f.GetProperty(name) is { ValueKind: JsonValueKind.Number } n ? n.GetDouble().ToString("0.###", CultureInfo.InvariantCulture) : "";
        var holds = f.GetProperty("holds").ValueKind switch { JsonValueKind.True => "yes", JsonValueKind.False => "no", _ => "" };
        return $"| {f.GetProperty("name").GetString()} | {Number("value")} | {Number("min")} | {f.GetProperty("unit").GetString()} | {Number("bar")} | {holds} |";
    }
}
