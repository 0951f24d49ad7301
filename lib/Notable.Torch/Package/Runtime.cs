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
    public static string? LibtorchPath
    {
        get
        {
            const string maps = "/proc/self/maps";
            return !File.Exists(maps) ? null : File.ReadLines(maps)
                .Select(line => line.IndexOf('/') is var at && at > 0 ? line[at..] : "")
                .FirstOrDefault(path => Path.GetFileName(path).StartsWith("libtorch_cpu.so", StringComparison.Ordinal));
        }
    }

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
