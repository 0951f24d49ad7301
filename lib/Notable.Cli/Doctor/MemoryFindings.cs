using System.Globalization;

namespace Notable.Cli.Doctor;

/// <summary>Memory this process may use, and what the machine has free.</summary>
internal static class MemoryFindings
{
    private const string Section = "memory";

    /// <summary>A fine-tune in float32 at a batch size of 64 was measured to peak at 2.5 GB; the system and a notebook want some too.</summary>
    private const double WantedGigabytes = 3;

    public static IEnumerable<Finding> Check()
    {
        var usable = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        yield return Usable(usable, Line("MemTotal"));
        if (Line("MemAvailable") is { } free)
            yield return new(Section, "free", Text(free));
    }

    internal static Finding Usable(double gigabytes, double? machine)
    {
        var limited = machine is { } all && all - gigabytes > 0.5 ? $" of the machine's {Text(machine.Value)} (a container limits it)" : "";
        return gigabytes < WantedGigabytes
            ? new(Section, "usable", Text(gigabytes) + limited, Status.Warn, $"below {Text(WantedGigabytes)} a training may run out: take a smaller batch (--bs 16) or smaller pictures (--size 160)")
            : new(Section, "usable", Text(gigabytes) + limited);
    }

    private static string Text(double gigabytes) => string.Create(CultureInfo.InvariantCulture, $"{gigabytes:0.0} GB");

    private static double? Line(string key)
    {
        const string info = "/proc/meminfo";
        var line = File.Exists(info) ? File.ReadLines(info).FirstOrDefault(l => l.StartsWith(key + ":", StringComparison.Ordinal)) : null;
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            && double.TryParse(kilobytes, CultureInfo.InvariantCulture, out var value) ? value * 1024 / 1e9 : null;
    }
}
