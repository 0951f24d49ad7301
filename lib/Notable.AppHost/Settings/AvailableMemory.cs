namespace Notable.AppHost.Settings;

/// <summary>The memory that this process may use.</summary>
internal static class AvailableMemory
{
    /// <summary>.NET takes this share of a container's memory for its own heap, and reports it as all there is.</summary>
    private const double HeapShare = 0.75;

    /// <summary>The limit of the container (cgroup), or else the machine's memory, in bytes.</summary>
    public static long Bytes { get; } = Find();

    private static long Find()
    {
        var reported = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var machine = MachineBytes();
        // A smaller number than the machine's is the heap's part of a container's limit.
        return machine is null || reported >= machine * HeapShare ? reported : (long)(reported / HeapShare);
    }

    private static long? MachineBytes()
    {
        try
        {
            var line = File.ReadLines("/proc/meminfo").First(text => text.StartsWith("MemTotal:", StringComparison.Ordinal));
            return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
        }
        catch (Exception error) when (error is IOException or InvalidOperationException or FormatException)
        {
            // Not Linux.
            return null;
        }
    }
}
