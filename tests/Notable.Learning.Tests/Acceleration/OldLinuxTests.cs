using System.Runtime.InteropServices;
using Notable.Learning.Acceleration;
using Notable.Testing;

namespace Notable.Learning.Tests.Acceleration;

/// <summary>TorchSharp's native library on a system whose C++ library is older than it asks for.</summary>
public class OldLinuxTests
{
    private static string Original => Directory.GetFiles(AppContext.BaseDirectory, "libLibTorchSharp.so", SearchOption.AllDirectories)[0];

    [Fact]
    public void The_packages_own_file_does_not_load_here_and_the_copy_does()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64, "the fix is for 64-bit Linux");
        Assert.SkipWhen(TorchSharpOnOldLinux.HasVersion(), "this system's C++ library has the version TorchSharp asks for");
        // Another process, in which nothing is loaded yet.
        Assert.False(Loads(Original, out var reason));
        Assert.Contains("GLIBCXX_3.4.32' not found", reason);
        Assert.True(Loads(TorchSharpOnOldLinux.Patched(Original), out reason), reason);
    }

    [Fact]
    public void One_flag_is_all_that_differs()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the library is Linux's");
        var (before, after) = (File.ReadAllBytes(Original), File.ReadAllBytes(Original));
        Assert.Equal(1, ElfSymbolVersions.MarkWeak(after, "GLIBCXX_3.4.32"));
        var changed = Assert.Single(Enumerable.Range(0, before.Length), i => before[i] != after[i]);
        Assert.Equal(2, before[changed] ^ after[changed]);
        Assert.Equal(0, ElfSymbolVersions.MarkWeak(before, "GLIBCXX_9.9.9"));
    }

    [Fact]
    public void Files_that_are_no_library_or_end_early_are_refused()
    {
        Assert.Throws<BadImageFormatException>(() => ElfSymbolVersions.MarkWeak("not a library"u8.ToArray(), "GLIBCXX_3.4.32"));
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the library is Linux's");
        var whole = File.ReadAllBytes(Original);
        foreach (var length in (int[])[64, 500, 5_000, 100_000])
            Assert.Throws<BadImageFormatException>(() => ElfSymbolVersions.MarkWeak(whole.AsSpan(0, length), "GLIBCXX_3.4.32"));
    }

    [Fact]
    public void A_damaged_copy_is_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the fix is for Linux");
        var path = TorchSharpOnOldLinux.Patched(Original);
        var whole = File.ReadAllBytes(path);
        // A new file in its place: the old one is in use.
        File.Delete(path);
        File.WriteAllBytes(path, whole[..1000]);
        Assert.Equal(path, TorchSharpOnOldLinux.Patched(Original));
        Assert.Equal(whole, File.ReadAllBytes(path));
    }

    private static bool Loads(string library, out string reason)
    {
        var folder = Path.GetDirectoryName(Directory.GetFiles(AppContext.BaseDirectory, "libtorch.so", SearchOption.AllDirectories)[0])!;
        var start = new System.Diagnostics.ProcessStartInfo("/usr/bin/env")
        {
            ArgumentList = { $"LD_LIBRARY_PATH={folder}", $"LD_PRELOAD={library}", "/bin/true" }, RedirectStandardError = true,
        };
        using var process = System.Diagnostics.Process.Start(start)!;
        reason = process.StandardError.ReadToEnd();
        process.WaitForExit();
        // The loader mentions a weak version that is missing, and goes on.
        return process.ExitCode == 0 && !reason.Contains(": version `", StringComparison.Ordinal) && !reason.Contains("cannot be preloaded", StringComparison.Ordinal);
    }
}
