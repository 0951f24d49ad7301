using System.Runtime.InteropServices;

namespace Notable.Learning;

/// <summary>Calls functions of the system's C library.</summary>
internal static partial class CLibrary
{
    /// <summary>Returns freed memory to the system if the C library is glibc. Useful after a model was loaded.</summary>
    public static void TrimMemory()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = malloc_trim(0);
        }
        catch (EntryPointNotFoundException)
        {
            // Other C libraries (musl) have no such function, and keep less memory.
        }
    }

    /// <summary>Sets an environment variable that native libraries read. .NET keeps its own copy of the environment except on Windows.</summary>
    public static void SetVariable(string name, string value)
    {
        Environment.SetEnvironmentVariable(name, value);
        if (!OperatingSystem.IsWindows())
            _ = setenv(name, value, overwrite: 1);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);

    [LibraryImport("libc")]
    private static partial int malloc_trim(nint pad);
}
