using System.Runtime.CompilerServices;
using TorchSharp;

namespace Notable.Learning.Acceleration;

/// <summary>The libtorch of this process: its version, its files, its threads.</summary>
public static class TorchRuntime
{
    /// <summary>The environment variable that sets <see cref="Threads"/> at the start.</summary>
    public const string ThreadsVariable = InferenceThreads.Variable;

    private static readonly Lazy<int> StartThreads = new(() =>
    {
        if (WantedThreads(Environment.GetEnvironmentVariable(ThreadsVariable)) is { } threads)
            torch.set_num_threads(threads);
        return torch.get_num_threads();
    });

    /// <summary>Makes sure that libtorch is there, and loads it.</summary>
    /// <exception cref="TorchUnavailableException">It is not, or it could not be loaded; the message says what to add.</exception>
    public static void Require()
    {
        try
        {
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
    /// to threads that call libtorch for the first time afterwards.
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

    internal static int? WantedThreads(string? asked) => InferenceThreads.Wanted(asked);

    // Whatever of this library is used first may be what loads libtorch.
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "It only registers an event handler, and nothing else runs early enough.")]
    internal static void Initialize() => TorchSharpOnOldLinux.Register();
}
