using System.Globalization;

namespace Notable.Cli.Doctor;

/// <summary>The memory that this process may use, and the free memory of the machine.</summary>
internal static class MemoryFindings
{
    private const string Section = "memory";

    /// <summary>Fine-tuning in float32 with batch size 64 peaks at 2.5 GB (measured); the system and a notebook need some too.</summary>
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
            ? new(Section, "usable", Text(gigabytes) + limited, Status.Warn, $"below {Text(WantedGigabytes)} training may run out of memory: use a smaller batch (--bs 16) or smaller pictures (--size 160)")
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
