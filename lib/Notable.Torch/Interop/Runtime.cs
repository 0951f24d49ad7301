using System.Runtime.InteropServices;
using Notable.Torch.Interop;

namespace Notable.Torch;

/// <summary>Which libtorch this process runs on, and with how many threads.</summary>
public static class Runtime
{
    /// <summary>The version of the libtorch whose headers the native half was compiled with, for example <c>1.13.1</c>.</summary>
    public static string LibtorchVersion => Marshal.PtrToStringUTF8(Native.nt_libtorch_version()) ?? "";

    /// <summary>The full path of the native half that was loaded.</summary>
    /// <exception cref="TorchLoadException">It could not be loaded.</exception>
    public static string LibraryPath => NativeLoader.Path;

    /// <summary>The full path of the libtorch that was loaded with it, or null where the system does not tell.</summary>
    public static string? LibtorchPath
    {
        get
        {
            _ = LibraryPath;
            const string maps = "/proc/self/maps";
            return !File.Exists(maps) ? null : File.ReadLines(maps)
                .Select(line => line.IndexOf('/') is var at && at > 0 ? line[at..] : "")
                .FirstOrDefault(path => Path.GetFileName(path).StartsWith("libtorch_cpu.so", StringComparison.Ordinal));
        }
    }

    /// <summary>
    /// Threads one operation may use: all cores at start, or <c>NOTABLE_THREADS</c>. A change holds for threads that call
    /// libtorch for the first time afterwards, and for the calling one.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public static int Threads
    {
        get => Native.nt_get_num_threads();
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            NativeError.Check(Native.nt_set_num_threads(value));
        }
    }
}
