using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>Information and settings of the libtorch in this process: version, files, threads.</summary>
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

    /// <summary>Loads libtorch, if it is not loaded yet.</summary>
    /// <exception cref="TorchUnavailableException">It is missing or could not be loaded; the message says which package to add.</exception>
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

    /// <summary>
    /// Whether oneDNN computes convolutions. False in virtual machines that hide the processor's caches: its results would be wrong there.
    /// Training is then slower, and bfloat16 very slow.
    /// </summary>
    public static bool UsesOneDnn => !OneDnnWorkaround.IsNeeded;

    /// <summary>The full paths of the shared libraries of this process; empty if the system does not list them.</summary>
    public static IReadOnlyList<string> Libraries => LoadedLibraries.Paths();

    /// <summary>
    /// Number of threads per operation: all cores, or the number in <c>NOTABLE_THREADS</c>. A change applies to the calling thread, and to
    /// threads that have not called libtorch yet.
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
    /// Returns memory of freed tensors that glibc still holds to the system; no effect with other C libraries. Useful after loading or
    /// training a model; between steps the memory would only be requested again.
    /// </summary>
    public static void TrimMemory() => CLibrary.TrimMemory();

    /// <summary>
    /// Loads the library that TorchSharp would load first, and fails instead of searching further: TorchSharp would copy libtorch from the
    /// NuGet cache into the program's folder and print its trace to standard output. In a notebook TorchSharp itself runs from the NuGet cache; there
    /// it may search.
    /// </summary>
    private static void LoadByName()
    {
        var torchSharp = typeof(torch).Assembly;
        _ = NativeLibrary.TryLoad("torch_cpu", torchSharp, null, out _);
        var package = Path.Combine("torchsharp", torchSharp.GetName().Version?.ToString(3) ?? "", "lib");
        if (!torchSharp.Location.Contains(package, StringComparison.OrdinalIgnoreCase))
            NativeLibrary.Load("LibTorchSharp", torchSharp, null);
    }

    // A module initializer, since any use of this library may be the first to load libtorch.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "It only registers event handlers, and nothing else runs early enough.")]
    internal static void Initialize()
    {
        TorchSharpOnOldLinux.Register();
        TorchInPackages.Register();
        OneDnnWorkaround.Register();
    }
}
