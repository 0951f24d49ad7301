using System.Runtime.InteropServices;

namespace Notable.Learning;

/// <summary>Lets a thread give way to the others of the machine.</summary>
internal static partial class LowPriority
{
    private const int Process = 0, CallingThread = 0, Nice = 10;

    /// <summary>Linux keeps a priority for each thread, which .NET does not set.</summary>
    public static void SetForThisThread()
    {
        // Giving way is always allowed; if it fails all the same, the thread is only less polite.
        if (OperatingSystem.IsLinux())
            _ = SetPriority(Process, CallingThread, Nice);
    }

    [LibraryImport("libc", EntryPoint = "setpriority")]
    private static partial int SetPriority(int which, int who, int value);
}
