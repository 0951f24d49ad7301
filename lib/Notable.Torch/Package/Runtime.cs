using TorchSharp;

namespace Notable.Torch;

/// <summary>Which libtorch this process runs on, and with how many threads.</summary>
public static class Runtime
{
    /// <summary>The version of the package's libtorch.</summary>
    public static string LibtorchVersion => torch.__version__;

    /// <summary>The full path of the package's managed half.</summary>
    public static string LibraryPath => typeof(torch).Assembly.Location;

    /// <summary>The full path of the libtorch that was loaded, or null where the system does not tell.</summary>
    public static string? LibtorchPath => Libraries
        .FirstOrDefault(path => Path.GetFileName(path).StartsWith("libtorch_cpu.so", StringComparison.Ordinal));

    /// <summary>Empty: the package does not pass on what libtorch says of its build.</summary>
    public static string LibtorchConfig => "";

    /// <summary>As <see cref="LibtorchVersion"/>: the package brings the libtorch it was compiled with.</summary>
    public static string? LoadedLibtorchVersion => LibtorchVersion;

    /// <summary>The full paths of all shared libraries of this process; empty where the system does not tell.</summary>
    public static IReadOnlyList<string> Libraries => Interop.LoadedLibraries.Paths();

    /// <summary>Threads one operation may use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public static int Threads
    {
        get => torch.get_num_threads();
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            torch.set_num_threads(value);
        }
    }
}
