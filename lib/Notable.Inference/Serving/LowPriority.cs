using System.Runtime.InteropServices;

namespace Notable.Learning;

/// <summary>Lowers a thread's priority.</summary>
internal static partial class LowPriority
{
    private const int Process = 0, CallingThread = 0, Nice = 10;

    /// <summary>Sets the priority of the current thread on Linux, where .NET does not.</summary>
    public static void SetForThisThread()
    {
        // Lowering is always permitted; if it fails anyway, only the priority is lost.
        if (OperatingSystem.IsLinux())
            _ = SetPriority(Process, CallingThread, Nice);
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int value);
}
