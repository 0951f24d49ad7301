using System.Runtime.InteropServices;

namespace Notable.Cli.Bench;

/// <summary>What the kernel wrote down about the processes that this one started and that have ended.</summary>
internal static unsafe partial class ChildMemory
{
    // getrusage(2): the largest resident set comes after two times of two words each, in kilobytes.
    private const int Children = -1, Words = 18, MaxResidentSet = 4;

    /// <summary>The largest resident set of any of them, in MB (10^6 bytes).</summary>
    public static double PeakMegabytes()
    {
        var usage = stackalloc long[Words];
        return getrusage(Children, usage) == 0 ? usage[MaxResidentSet] * 1024 / 1e6
            : throw new InvalidOperationException($"getrusage failed with error {Marshal.GetLastPInvokeError()}");
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int getrusage(int who, long* usage);
}
