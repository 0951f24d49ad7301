using System.Reflection;
using System.Runtime.InteropServices;
using Notable.Shared;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Loads libtorch if TorchSharp runs from NuGet's package folder, as in .NET Interactive. TorchSharp first requests <c>torch_cpu</c> by name,
/// which would find a libtorch of the system, with another version.
/// </summary>
internal static class TorchInPackages
{
    /// <summary>Loads libtorch as soon as TorchSharp is loaded.</summary>
    public static void Register() => TorchSharpAssembly.WhenLoaded(Load);

    private static void Load(Assembly torchSharp)
    {
        if (PackageFolder.Above(torchSharp) is { } packages && Find(packages, VersionFor(torchSharp)) is { } libtorch)
            NativeLibrary.TryLoad(libtorch, out _);
    }

    /// <summary>
    /// Returns the path of the CPU libtorch in NuGet's package folder; null if there is none, or if there is a CUDA libtorch too, because only
    /// TorchSharp can choose between the two.
    /// </summary>
    /// <param name="packages">The package folder.</param>
    /// <param name="version">The version of the libtorch package; null for the newest in the folder.</param>
    internal static string? Find(string packages, string? version)
    {
        if (Directory.EnumerateDirectories(packages, "libtorch-cuda-*").Any())
            return null;
        var (system, file) = OperatingSystem.IsWindows() ? ("win", "torch_cpu.dll") : OperatingSystem.IsMacOS() ? ("osx", "libtorch_cpu.dylib") : ("linux", "libtorch.so");
        var runtime = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        return PackageFolder.Native(packages, $"libtorch-cpu-{runtime}", version, runtime, file);
    }

    /// <summary>
    /// Returns the version of the libtorch package that TorchSharp was built with: a constant, read without running TorchSharp's code.
    /// </summary>
    internal static string? VersionFor(Assembly torchSharp) =>
        Version.TryParse(torchSharp.GetType("TorchSharp.torch")?.GetField("libtorchPackageVersion", BindingFlags.Static | BindingFlags.NonPublic)?.GetRawConstantValue() as string, out var version)
            ? version.ToString(3) : null;
}
