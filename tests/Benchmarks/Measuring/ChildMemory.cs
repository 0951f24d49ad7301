using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Measuring;

/// <summary>
/// The peak of a process's resident memory, as the kernel keeps it for each program image. (What getrusage tells of ended
/// children is of no use here: it begins with the size of the parent that started them.)
/// </summary>
internal static class ChildMemory
{
    /// <summary>The peak until the process has ended, in MB (10^6 bytes); null where it ended before the first look.</summary>
    public static double? PeakUntilExit(Process process)
    {
        double? peak = null;
        while (Read(process.Id) is { } found)
        {
            peak = found;
            if (process.WaitForExit(5))
                break;
        }
        process.WaitForExit();
        return peak;
    }

    private static double? Read(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? null : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6;
        }
        catch (IOException)
        {
            return null;    // it is gone
        }
    }
}
