using Notable.Shared;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Security.Cryptography;
using Notable.Learning.Files;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Lets TorchSharp load on Linux systems whose C++ library is older than GCC 13 (Debian 12, Ubuntu 22.04, RHEL 9). Its native library
/// requires the symbol version <c>GLIBCXX_3.4.32</c> for one symbol that it never calls. If the system lacks that version, a copy that marks
/// the requirement as weak is written to the cache folder and loaded instead; the package's own file is not changed.
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
    /// Registers a resolver for TorchSharp's native library, for all load contexts. No cost if the library loads without it.
    /// <c>Notable.Learning</c> registers it on first use; a program that uses <c>torch</c> before that calls this first.
    /// </summary>
    public static void Register()
    {
        if (!OperatingSystem.IsLinux() || Interlocked.Exchange(ref registered, 1) == 1)
            return;
        AssemblyLoadContext.Default.ResolvingUnmanagedDll += Resolve;
    }

    /// <summary>Registers the resolver for TorchSharp in a separate load context.</summary>
    public static void Register(AssemblyLoadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (OperatingSystem.IsLinux() && context != AssemblyLoadContext.Default)
            context.ResolvingUnmanagedDll += Resolve;
    }

    // Called only after the runtime failed to load the library itself.
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
                    $"TorchSharp needs glibc {OldestGlibc} or newer; this system has {glibc}. Debian 12, Ubuntu 22.04, RHEL 9 and newer systems have it.");
            // The copy is in another folder and would not find libtorch beside it.
            if (FindBeside(original, "libtorch.so") is { } libtorch)
                NativeLibrary.Load(libtorch);
            return Loaded[original] = NativeLibrary.Load(Patched(original));
        }
    }

    /// <summary>Returns whether the system's C++ library has the symbol version that TorchSharp requires.</summary>
    internal static bool HasVersion() =>
        NativeLibrary.TryLoad(CxxLibrary, out var library) && dlvsym(library, Symbol, Version) != 0;

    /// <summary>Returns the path of a loadable copy, which is created if it is missing or has the wrong content.</summary>
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
                // The home folder may be read-only: try the next folder.
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

    /// <summary>Finds the package's file: beside the program, or in the package's folder.</summary>
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
