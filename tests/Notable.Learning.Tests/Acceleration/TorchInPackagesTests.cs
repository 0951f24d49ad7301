using System.Runtime.InteropServices;
using Notable.Learning.Acceleration;
using Notable.Testing;
using TorchSharp;

namespace Notable.Learning.Tests.Acceleration;

public class TorchInPackagesTests
{
    private static readonly string Runtime = $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    private static readonly string File = OperatingSystem.IsWindows() ? "torch_cpu.dll" : OperatingSystem.IsMacOS() ? "libtorch_cpu.dylib" : "libtorch.so";

    [Fact]
    public void The_version_that_TorchSharp_needs_is_known() => Assert.Equal("2.10.0", TorchInPackages.VersionFor(typeof(torch).Assembly));

    [Fact]
    public void Libtorch_is_found_in_a_folder_of_packages_by_its_version()
    {
        using var packages = new TemporaryFolder();
        foreach (var version in (string[])["2.7.1", "2.10.0"])
        {
            Directory.CreateDirectory(packages[$"libtorch-cpu-{Runtime}/{version}/runtimes/{Runtime}/native"]);
            System.IO.File.WriteAllText(packages[$"libtorch-cpu-{Runtime}/{version}/runtimes/{Runtime}/native/{File}"], "");
        }

        Assert.Contains("2.7.1", TorchInPackages.Find(packages.Path, "2.7.1"));
        Assert.Contains("2.10.0", TorchInPackages.Find(packages.Path, null));
        Assert.Null(TorchInPackages.Find(packages.Path, "2.6.0"));
        // Only TorchSharp knows which of the two was asked for.
        Directory.CreateDirectory(packages["libtorch-cuda-12.8-linux-x64-part1"]);
        Assert.Null(TorchInPackages.Find(packages.Path, "2.10.0"));
    }
}
