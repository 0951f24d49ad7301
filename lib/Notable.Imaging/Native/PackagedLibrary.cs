using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Notable.Shared;

namespace Notable.Imaging.Native;

/// <summary>
/// Loads the libvips that comes with the program. .NET finds it through the program's dependency list; if that list belongs to another program
/// (one copied beside it), an older libvips of the system would be loaded instead. A library that is already loaded takes precedence.
/// </summary>
internal static class PackagedLibrary
{
    /// <summary>
    /// Loads it from the folder with packages for several systems, if it exists. Runs before anything else in this assembly: NetVips loads the
    /// library as soon as a method that uses one of its types is compiled.
    /// </summary>
#pragma warning disable CA2255 // Meant for applications, for a library must not do work unasked: this one only looks for a file.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prefer()
    {
        var (system, file) = OperatingSystem.IsWindows() ? ("win", "libvips-42.dll")
            : OperatingSystem.IsMacOS() ? ("osx", "libvips.42.dylib")
            : (RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "linux-musl" : "linux", "libvips.so.42");
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        var runtime = $"{system}-{architecture}";
        var path = Path.Combine(AppContext.BaseDirectory, "runtimes", runtime, "native", file);
        // In a notebook of .NET Interactive, packages stay in NuGet's package folder.
        if (!File.Exists(path) && PackageFolder.Above(typeof(PackagedLibrary).Assembly) is { } packages)
            path = PackageFolder.Native(packages, $"netvips.native.{runtime}", version: null, runtime, file) ?? path;
        if (File.Exists(path))
            NativeLibrary.TryLoad(path, out _);
    }
}
