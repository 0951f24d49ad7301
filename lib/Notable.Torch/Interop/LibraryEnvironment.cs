using System.Runtime.InteropServices;

namespace Notable.Torch.Interop;

/// <summary>Settings that native libraries read from the environment when they are loaded.</summary>
internal static partial class LibraryEnvironment
{
    /// <summary>
    /// OpenBLAS's helpers spin for 2^26 processor cycles (some 20 ms) before they sleep, on cores that convolutions
    /// and decoders want: measured on two cores, many pictures took a quarter longer to answer. Whoever set the variable is obeyed.
    /// </summary>
    internal static void Prepare()
    {
        // .NET's own SetEnvironmentVariable does not reach native code.
        if (OperatingSystem.IsLinux()) _ = setenv("OPENBLAS_THREAD_TIMEOUT", "4", overwrite: 0);
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
