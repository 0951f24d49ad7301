using Notable.Learning.Acceleration;

namespace Notable.Cli.Doctor;

/// <summary>The loaded libtorch: version, location and number of threads.</summary>
internal static class Libtorch
{
    private const string Section = "libtorch";

    /// <summary>Whether libtorch can be used. The load error is a finding of this section only.</summary>
    public static bool IsLoaded { get; private set; }

    public static IEnumerable<Finding> Check()
    {
        if (LoadError() is { } error)
        {
            yield return new(Section, "load", error, Status.Fail, "without libtorch, training and notebooks that use tensors fail; predictions use ONNX Runtime and still work. The lines above say what was tried");
            yield break;
        }
        IsLoaded = true;
        yield return new(Section, "version", $"{TorchRuntime.LibtorchVersion}, TorchSharp {typeof(TorchSharp.torch).Assembly.GetName().Version?.ToString(3)}");
        if (File("torch_cpu") is { } path)
            yield return new(Section, "from", path);
        if (File("LibTorchSharp") is { } native && native.Contains("notable", StringComparison.Ordinal))
            yield return new(Section, "native half", $"{native} (a copy that loads on this system's older C++ library)");
        if (!TorchRuntime.UsesOneDnn)
            yield return new(Section, "oneDNN", "off: this virtual machine hides the processor's caches, and oneDNN would compute wrong results", Status.Warn,
                "training takes about 1.6 times as long; predictions use ONNX Runtime and are not affected");
        yield return OpenMp(TorchRuntime.Libraries);
        yield return Threads(TorchRuntime.Threads, Environment.ProcessorCount);
    }

    /// <summary>Whether the libtorch that was loaded is a CUDA build.</summary>
    public static bool HasCuda => TorchRuntime.Libraries.Any(path => Path.GetFileName(path).Contains("torch_cuda", StringComparison.Ordinal));

    private static string? File(string name) => TorchRuntime.Libraries.FirstOrDefault(path => Path.GetFileName(path).Contains(name, StringComparison.Ordinal));

    internal static Finding OpenMp(IReadOnlyList<string> libraries)
    {
        List<string> found = [.. libraries.Where(path => Path.GetFileName(path) is var name
            && (name.StartsWith("libgomp", StringComparison.Ordinal) || name.StartsWith("libiomp", StringComparison.Ordinal) || name.StartsWith("libomp", StringComparison.Ordinal)))];
        return found.Count switch
        {
            0 => new(Section, "OpenMP", "none", Status.Warn, "operations run on one thread"),
            1 => new(Section, "OpenMP", found[0]),
            _ => new(Section, "OpenMP", string.Join(", ", found), Status.Warn, "each has its own threads, which slow each other down"),
        };
    }

    internal static Finding Threads(int threads, int cores) => threads == cores
        ? new(Section, "threads", $"{threads} of {cores} cores")
        : new(Section, "threads", $"{threads} of {cores} cores", Status.Warn,
            threads < cores ? "NOTABLE_THREADS sets fewer threads than there are cores" : "more threads than cores wait for each other; NOTABLE_THREADS sets their number");

    private static string? LoadError()
    {
        try
        {
            TorchRuntime.Require();
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or ArgumentException)
        {
            return e.Message;
        }
    }
}
