using System.Reflection;
using System.Runtime.InteropServices;
using Notable.Shared;

namespace Notable.Learning.Acceleration;

/// <summary>
/// Loads libtorch where TorchSharp runs from NuGet's folder of packages, as in .NET Interactive. TorchSharp asks for <c>torch_cpu</c> by name
/// first, and a libtorch of the system, of another version, would answer.
/// </summary>
internal static class TorchInPackages
{
    private const string TorchSharp = "TorchSharp";

    /// <summary>Loads it as soon as TorchSharp is.</summary>
    public static void Register()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Load(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Load(assembly);
    }

    private static void Load(Assembly assembly)
    {
        if (!assembly.IsDynamic && assembly.GetName().Name == TorchSharp && PackageFolder.Above(assembly) is { } packages && Find(packages, VersionFor(assembly)) is { } libtorch)
            NativeLibrary.TryLoad(libtorch, out _);
    }

    /// <summary>The CPU's libtorch in a folder of packages; null where there is a CUDA one too, between which only TorchSharp can choose.</summary>
    internal static string? Find(string packages, string? version)
    {
        if (Directory.EnumerateDirectories(packages, "libtorch-cuda-*").Any())
            return null;
        var (system, file) = OperatingSystem.IsWindows() ? ("win", "torch_cpu.dll") : OperatingSystem.IsMacOS() ? ("osx", "libtorch_cpu.dylib") : ("linux", "libtorch.so");
        var runtime = $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        return PackageFolder.Native(packages, $"libtorch-cpu-{runtime}", version, runtime, file);
    }

    /// <summary>The version of libtorch's package that TorchSharp was built with; a constant, which is read without running its code.</summary>
    internal static string? VersionFor(Assembly torchSharp) =>
        Version.TryParse(torchSharp.GetType("TorchSharp.torch")?.GetField("libtorchPackageVersion", BindingFlags.Static | BindingFlags.NonPublic)?.GetRawConstantValue() as string, out var version)
            ? version.ToString(3) : null;
}
