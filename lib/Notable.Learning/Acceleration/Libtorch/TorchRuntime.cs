using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>The libtorch of this process: its version, its files, its threads.</summary>
public static class TorchRuntime
{
    /// <summary>The environment variable that sets <see cref="Threads"/> at the start.</summary>
    public const string ThreadsVariable = InferenceThreads.Variable;

    private static readonly Lazy<int> StartThreads = new(() =>
    {
        if (InferenceThreads.Wanted(Environment.GetEnvironmentVariable(ThreadsVariable)) is { } threads)
            torch.set_num_threads(threads);
        return torch.get_num_threads();
    });

    /// <summary>Makes sure that libtorch is there, and loads it.</summary>
    /// <exception cref="TorchUnavailableException">It is not, or it could not be loaded; the message says what to add.</exception>
    public static void Require()
    {
        try
        {
            LoadByName();
            _ = StartThreads.Value;
        }
        catch (Exception e) when (e is TypeInitializationException or DllNotFoundException or EntryPointNotFoundException or NotSupportedException)
        {
            throw new TorchUnavailableException(e);
        }
    }

    /// <summary>The version of libtorch, for example <c>2.10.0</c>.</summary>
    public static string LibtorchVersion => torch.__version__;

    /// <summary>The full paths of the shared libraries of this process; empty where the system does not list them.</summary>
    public static IReadOnlyList<string> Libraries => LoadedLibraries.Paths();

    /// <summary>
    /// Threads that one operation may use: all cores, or the number in <c>NOTABLE_THREADS</c>. A change applies to the calling thread, and
    /// to threads that call libtorch for the first time afterward.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    /// <exception cref="ArgumentException"><c>NOTABLE_THREADS</c> is not a whole number from 1 to 1024.</exception>
    public static int Threads
    {
        get
        {
            _ = StartThreads.Value;
            return torch.get_num_threads();
        }
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _ = StartThreads.Value;
            torch.set_num_threads(value);
        }
    }

    /// <summary>
    /// Returns memory that freed tensors left with the C library to the system, where it is glibc. Useful after a model was loaded or
    /// trained; between steps it would only be requested again.
    /// </summary>
    public static void TrimMemory() => CLibrary.TrimMemory();

    /// <summary>
    /// Loads what TorchSharp would load first, and fails where it would search further: it copies libtorch from the NuGet cache into the
    /// program's folder, and prints its trace to standard output. In a notebook TorchSharp lies in the NuGet cache itself; it may do so there.
    /// </summary>
    private static void LoadByName()
    {
        var torchSharp = typeof(torch).Assembly;
        _ = NativeLibrary.TryLoad("torch_cpu", torchSharp, null, out _);
        var package = Path.Combine("torchsharp", torchSharp.GetName().Version?.ToString(3) ?? "", "lib");
        if (!torchSharp.Location.Contains(package, StringComparison.OrdinalIgnoreCase))
            NativeLibrary.Load("LibTorchSharp", torchSharp, null);
    }

    // Whatever of this library is used first may be what loads libtorch.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "It only registers event handlers, and nothing else runs early enough.")]
    internal static void Initialize()
    {
        TorchSharpOnOldLinux.Register();
        TorchInPackages.Register();
    }
}
