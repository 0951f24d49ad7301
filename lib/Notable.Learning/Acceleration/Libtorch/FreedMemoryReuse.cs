using System.Runtime.InteropServices;

namespace Notable.Learning.Acceleration;

/// <summary>
/// While an instance exists, glibc keeps the memory of freed tensors for reuse instead of returning it to the system after every training
/// step. No effect with other C libraries. Applies to all threads; the memory is returned when the last instance is disposed.
/// </summary>
internal sealed partial class FreedMemoryReuse : IDisposable
{
    // From malloc.h. The defaults are glibc's at start, before it adapts them.
    private const int TrimThreshold = -1, MmapThreshold = -3, MmapMax = -4;
    private const int DefaultThreshold = 128 << 10, DefaultMmapMax = 65536;
    private static readonly Lock Gate = new();
    private static int users;
    private bool open = true;

    /// <summary>Keeps freed memory until this object is disposed.</summary>
    public FreedMemoryReuse()
    {
        lock (Gate)
            if (users++ == 0)
                Set(TrimThreshold, int.MaxValue, MmapMax, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!open)
            return;
        open = false;
        lock (Gate)
        {
            if (--users > 0)
                return;
            Set(TrimThreshold, DefaultThreshold, MmapMax, DefaultMmapMax, MmapThreshold, DefaultThreshold);
            TorchRuntime.TrimMemory();
        }
    }

    private static void Set(params ReadOnlySpan<int> settings)
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            for (var i = 0; i < settings.Length; i += 2)
                _ = mallopt(settings[i], settings[i + 1]);
        }
        catch (EntryPointNotFoundException)
        {
            // musl has no such call.
        }
    }

    [LibraryImport("libc")]
    private static partial int mallopt(int parameter, int value);
}
