namespace Notable.AppHost.Settings;

/// <summary>The memory that this process may use.</summary>
internal static class AvailableMemory
{
    /// <summary>The share of a container's memory that .NET uses for its heap and reports as available.</summary>
    private const double HeapShare = 0.75;

    /// <summary>The limit of the container (cgroup), or the machine's memory, in bytes.</summary>
    public static long Bytes { get; } = Find();

    private static long Find()
    {
        var reported = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        var machine = MachineBytes();
        // If it is smaller than the machine's memory, it is the heap's share of a container's limit.
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
