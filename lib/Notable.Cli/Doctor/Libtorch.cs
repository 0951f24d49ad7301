using Notable.Torch;

namespace Notable.Cli.Doctor;

/// <summary>The libtorch that was loaded: which one, from where, and on which BLAS and OpenMP library it stands.</summary>
internal static class Libtorch
{
    private const string Section = "libtorch";

    /// <summary>Whether it can be used at all; the load error is a finding of this section only.</summary>
    public static bool IsLoaded { get; private set; }

    public static IEnumerable<Finding> Check()
    {
        if (LoadError() is { } error)
        {
            yield return new(Section, "load", error, Status.Fail, "without libtorch there is no training and no prediction; the lines above say what was tried");
            yield break;
        }
        IsLoaded = true;
        yield return Version(Runtime.LibtorchVersion, Runtime.LoadedLibtorchVersion);
        yield return new(Section, "from", Runtime.LibtorchPath ?? "unknown");
        yield return new(Section, "native half", Runtime.LibraryPath);
        yield return Blas(Runtime.Libraries, Runtime.LibtorchConfig);
        yield return OpenMp(Runtime.Libraries);
        yield return Threads(Runtime.Threads, Environment.ProcessorCount);
    }

    internal static Finding Version(string compiled, string? loaded)
    {
        var same = loaded is null || MajorMinor(compiled) == MajorMinor(loaded);
        return new(Section, "version", $"compiled against {compiled}, loaded {loaded ?? "unknown"}", same ? Status.Ok : Status.Fail,
            same ? null : "libtorch was replaced since the native half was compiled: run environment/setup, which compiles it again");
    }

    /// <summary>Which BLAS multiplies matrices: a library beside libtorch, or one that was linked into it.</summary>
    internal static Finding Blas(IReadOnlyList<string> libraries, string config)
    {
        if (Find("openblas") is { } open) return new(Section, "BLAS", $"OpenBLAS, {open}");
        if (Find("libmkl") is { } mkl) return new(Section, "BLAS", $"MKL, {mkl}");
        if (config.Contains("BLAS_INFO=mkl", StringComparison.Ordinal)) return new(Section, "BLAS", "MKL, inside libtorch");
        if (config.Contains("BLAS_INFO=open", StringComparison.Ordinal)) return new(Section, "BLAS", "OpenBLAS, inside libtorch");
        return Find("libblas.so") is { } reference
            ? new(Section, "BLAS", $"reference BLAS, {reference}", Status.Warn, "linear layers run about 20 times slower than with OpenBLAS: apt-get install libopenblas0")
            : new(Section, "BLAS", "unknown");

        string? Find(string part) => libraries.FirstOrDefault(path => path.Contains(part, StringComparison.OrdinalIgnoreCase));
    }

    internal static Finding OpenMp(IReadOnlyList<string> libraries)
    {
        List<string> found = [.. libraries.Where(path => Path.GetFileName(path) is var name
            && (name.StartsWith("libgomp", StringComparison.Ordinal) || name.StartsWith("libiomp", StringComparison.Ordinal) || name.StartsWith("libomp", StringComparison.Ordinal)))];
        return found.Count switch
        {
            0 => new(Section, "OpenMP", "none", Status.Warn, "operations run on one thread: apt-get install libgomp1"),
            1 => new(Section, "OpenMP", found[0]),
            _ => new(Section, "OpenMP", string.Join(", ", found), Status.Warn, "each runs a team of threads of its own; two teams slow one another down"),
        };
    }

    internal static Finding Threads(int threads, int cores) => threads == cores
        ? new(Section, "threads", $"{threads} of {cores} cores")
        : new(Section, "threads", $"{threads} of {cores} cores", Status.Warn,
            threads < cores ? "NOTABLE_THREADS sets fewer threads than there are cores" : "more threads than cores wait for one another; NOTABLE_THREADS sets them");

    private static string MajorMinor(string version) => string.Join('.', version.Split('.').Take(2));

    private static string? LoadError()
    {
        try
        {
            _ = Runtime.LibraryPath;
            return null;
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or ArgumentException)
        {
            return e.Message;
        }
    }
}
