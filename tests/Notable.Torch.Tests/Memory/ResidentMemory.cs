using System.Runtime.InteropServices;

namespace Notable.Torch.Tests;

/// <summary>The memory of this process that lies in RAM, in megabytes.</summary>
internal static partial class ResidentMemory
{
    internal static double Megabytes => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1]) * (double)Environment.SystemPageSize / 1e6;

    /// <summary>
    /// The same after all that nobody uses went back to the system, and without the collector's own heap, which grows and shrinks
    /// as it likes.
    /// </summary>
    internal static double NativeSettled()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        malloc_trim(0);
        return Megabytes - GC.GetGCMemoryInfo().TotalCommittedBytes / 1e6;
    }

    [LibraryImport("libc")] private static partial int malloc_trim(nuint pad);
}
