using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Notable.Torch.Interop;

/// <summary>Finds and loads the shim, and through its run path libtorch; sets the number of threads as soon as it is there.</summary>
internal static class NativeLoader
{
    internal const string FileName = "libNotableTorch.so";
    internal const string ThreadsVariable = "NOTABLE_THREADS";

    private static readonly Lazy<(nint Handle, string Path)> Loaded = new(() =>
    {
        var threads = WantedThreads(Environment.GetEnvironmentVariable(ThreadsVariable));
        LibraryEnvironment.Prepare();
        var isBeside = Candidates().Any(File.Exists) || !OperatingSystem.IsLinux();
        var loaded = Load(isBeside ? Candidates() : [NativeBuild.Library(NativeBuild.Cache, Console.Error.WriteLine)]);
        SetThreads(loaded.Handle, threads);
        return loaded;
    });

    internal static string Path => Loaded.Value.Path;

    internal static nint Resolve(string library, Assembly assembly, DllImportSearchPath? search) =>
        library == Native.Library ? Loaded.Value.Handle : 0;

    internal static IEnumerable<string> Candidates()
    {
        string?[] folders = [System.IO.Path.GetDirectoryName(typeof(NativeLoader).Assembly.Location), AppContext.BaseDirectory];
        return folders.OfType<string>().Where(folder => folder.Length > 0).Select(folder => System.IO.Path.Combine(folder, FileName)).Distinct();
    }

    internal static (nint Handle, string Path) Load(IEnumerable<string> candidates)
    {
        var tried = new StringBuilder();
        foreach (var path in candidates)
        {
            if (!File.Exists(path))
            {
                tried.Append(CultureInfo.InvariantCulture, $"\n  {path}: no such file");
                continue;
            }
            try
            {
                return (NativeLibrary.Load(path), path);
            }
            catch (DllNotFoundException e)
            {
                tried.Append(CultureInfo.InvariantCulture, $"\n  {path}: {Reason(e)}{Searched(path)}");
            }
        }
        throw new TorchLoadException(
            $"""
            {FileName} (tensors over libtorch) could not be loaded. Tried:{tried}
            Where libtorch is missing: apt-get install libtorch-dev libopenblas0, or name another one (LIBTORCH=DIR, a folder
            with include/ and lib/; LIBTORCH=python, the torch of python3). Where the file is missing, or libtorch was
            replaced since it was compiled: build again (environment/setup does both).
            """);
    }

    /// <summary>The loader's own words: .NET puts a general line before them.</summary>
    private static string Reason(DllNotFoundException e)
    {
        string[] lines = e.Message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return string.Join("; ", lines.Length > 1 ? lines.Skip(1).Distinct() : lines);
    }

    /// <summary>Where the loader looked for libtorch and what it found: a line a folder and library.</summary>
    private static string Searched(string path)
    {
        if (ElfLibrary.TryRead(path) is not { } library) return "\n    it is not a library for this kind of computer";
        var wanted = library.Needed.Where(name => name.StartsWith("libtorch", StringComparison.Ordinal) || name.StartsWith("libc10", StringComparison.Ordinal));
        return string.Concat(
            from name in wanted
            from folder in library.RunPath
            let file = System.IO.Path.Combine(folder, name)
            select $"\n    {file}: {(File.Exists(file) ? "is there" : "no such file")}")
            + "\n    and the folders of LD_LIBRARY_PATH and ldconfig";
    }

    /// <summary>All cores by default (Debian's libtorch would start with one), or what the environment asks for.</summary>
    internal static int WantedThreads(string? asked)
    {
        if (string.IsNullOrWhiteSpace(asked)) return Environment.ProcessorCount;
        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var threads) && threads is > 0 and <= 1024
            ? threads
            : throw new ArgumentException($"{ThreadsVariable} is '{asked}'; expected a whole number from 1 to 1024, or nothing for all cores.");
    }

    private static unsafe void SetThreads(nint library, int threads)
    {
        var set = (delegate* unmanaged<int, byte>)NativeLibrary.GetExport(library, "nt_set_num_threads");
        set(threads);
    }
}
