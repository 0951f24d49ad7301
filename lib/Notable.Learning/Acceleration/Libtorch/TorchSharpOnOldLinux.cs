using Notable.Shared;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Security.Cryptography;
using Notable.Learning.Files;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Lets TorchSharp load on Linux systems whose C++ library is older than GCC 13 (Debian 12, Ubuntu 22.04, RHEL 9). Its native library
/// requires the symbol version <c>GLIBCXX_3.4.32</c> for one symbol that it never calls. Where that version is missing, a copy that marks the
/// requirement as weak is written to the cache folder and loaded instead; the package's own file stays as it is.
/// </summary>
public static partial class TorchSharpOnOldLinux
{
    private const string Library = "LibTorchSharp", FileName = "libLibTorchSharp.so", Version = "GLIBCXX_3.4.32";
    private const string Symbol = "_ZSt21ios_base_library_initv", CxxLibrary = "libstdc++.so.6";
    private static readonly Version OldestGlibc = new(2, 34);
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, nint> Loaded = [];
    private static int registered;

    /// <summary>
    /// Takes part in loading TorchSharp's native library from now on, in any load context. Costs nothing where the library loads by itself.
    /// <c>Notable.Learning</c> calls it when it is first used; a program that uses <c>torch</c> before that calls it first.
    /// </summary>
    public static void Register()
    {
        if (!OperatingSystem.IsLinux() || Interlocked.Exchange(ref registered, 1) == 1)
            return;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += Resolve;
    }

    /// <summary>The same for TorchSharp in a load context of its own.</summary>
    public static void Register(AssemblyLoadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (OperatingSystem.IsLinux() && context != AssemblyLoadContext.Default)
            context.ResolvingUnmanagedDll += Resolve;
    }

    // The runtime asks only after it could not load the library itself.
    private static nint Resolve(Assembly assembly, string name)
    {
        if (name != Library || Find(assembly) is not { } original)
            return 0;
        lock (Gate)
        {
            if (Loaded.TryGetValue(original, out var handle) || NativeLibrary.TryLoad(original, out handle))
                return Loaded[original] = handle;
            if (HasVersion())
                return 0;
            if (Glibc() is var glibc && glibc < OldestGlibc)
                throw new PlatformNotSupportedException(
                    $"TorchSharp needs glibc {OldestGlibc} or newer; this system has {glibc}. Debian 12, Ubuntu 22.04, RHEL 9 and newer systems will do.");
            // The copy lies elsewhere and would not find libtorch beside itself.
            if (FindBeside(original, "libtorch.so") is { } libtorch)
                NativeLibrary.Load(libtorch);
            return Loaded[original] = NativeLibrary.Load(Patched(original));
        }
    }

    /// <summary>Whether the system's C++ library has the symbol version that TorchSharp asks for.</summary>
    internal static bool HasVersion() =>
        NativeLibrary.TryLoad(CxxLibrary, out var library) && dlvsym(library, Symbol, Version) != 0;

    /// <summary>The copy that loads here; made anew if it is missing or differs from what it should be.</summary>
    internal static string Patched(string original)
    {
        var bytes = File.ReadAllBytes(original);
        var digest = Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
        if (ElfSymbolVersions.MarkWeak(bytes, Version) == 0)
            throw new DllNotFoundException($"{original} could not be loaded, and it does not require {Version}: the package is damaged, or libtorch is missing beside it.");
        foreach (var folder in (string[])[CacheFolder.Path, Path.Combine(Path.GetTempPath(), $"notable-{Environment.UserName}")])
        {
            var path = Path.Combine(folder, "torchsharp", digest, FileName);
            try
            {
                if (!File.Exists(path) || !File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes))
                    Write(path, bytes);
                return path;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // A read-only home: the next folder may do.
            }
        }
        throw new IOException($"TorchSharp's native library needs a patched copy on this system, and neither {CacheFolder.Path} nor {Path.GetTempPath()} can be written to.");
    }

    private static void Write(string path, byte[] bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        AtomicFile.Write(path, bytes);
    }

    /// <summary>Where the package's file lies: beside the program, or in the package's folder.</summary>
    private static string? Find(Assembly assembly)
    {
        var folders = (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).ToList();
        var runtime = Path.Combine("runtimes", RuntimeInformation.RuntimeIdentifier, "native");
        var portable = Path.Combine("runtimes", "linux-x64", "native");
        if (Path.GetDirectoryName(assembly.Location) is { Length: > 0 } home)
            folders.AddRange([home, Path.Combine(home, runtime), Path.Combine(home, portable), Path.Combine(home, "..", "..", portable)]);
        return folders.Select(folder => Path.GetFullPath(Path.Combine(folder, FileName))).FirstOrDefault(File.Exists);
    }

    private static string? FindBeside(string original, string name)
    {
        List<string> folders = [Path.GetDirectoryName(original)!];
        folders.AddRange((AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    private static Version Glibc() =>
        System.Version.TryParse(Marshal.PtrToStringUTF8(gnu_get_libc_version()), out var version) ? version : new Version(0, 0);

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint dlvsym(nint handle, string symbol, string version);

    [LibraryImport("libc")]
    private static partial nint gnu_get_libc_version();
}
