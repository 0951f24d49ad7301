using System.Diagnostics;
using Notable.Testing;

namespace Notable.Cli.Tests;

/// <summary>Which libtorch a build takes, by layouts made of empty files.</summary>
public sealed class LibtorchIsChosen : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_named_folder_comes_first()
    {
        var (debian, named) = (Debian(), Torch("named", "2.6.0"));
        var found = await FindAsync(usr: debian, libtorch: named);
        Assert.Equal(named, found.Output.Split('\n')[0]);
        Assert.Contains("2.6.0", found.Output);
    }

    [Fact]
    public async Task Then_Debians_then_the_one_of_python()
    {
        var torch = Torch("site-packages/torch", "2.6.0");
        Python(torch);
        Assert.Equal("debian", (await FindAsync(usr: Debian())).Output.Split('\n')[0]);
        Assert.Equal(torch, (await FindAsync(usr: folder["nothing"])).Output.Split('\n')[0]);
    }

    [Fact]
    public async Task The_word_python_prefers_that_one_over_Debians()
    {
        var torch = Torch("site-packages/torch", "2.6.0");
        Python(torch);
        Assert.Equal(torch, (await FindAsync(usr: Debian(), libtorch: "python")).Output.Split('\n')[0]);
    }

    [Fact]
    public async Task Debians_torch_for_python_has_no_headers_and_is_passed_over()
    {
        var torch = folder["dist-packages/torch"];
        Directory.CreateDirectory(Path.Combine(torch, "lib"));
        Python(torch);
        var found = await FindAsync(usr: folder["nothing"]);
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("Debian's python3-torch, which comes without headers", found.Error);
        Assert.Contains("apt-get install libtorch-dev", found.Error);
    }

    [Theory]
    [InlineData("1.10.2", false)]
    [InlineData("1.13.0", true)]
    [InlineData("2.10.1", true)]
    public async Task One_that_is_too_old_is_refused(string version, bool usable)
    {
        var found = await FindAsync(usr: folder["nothing"], libtorch: Torch("named", version));
        Assert.Equal(usable ? 0 : 1, found.ExitCode);
        Assert.Equal(!usable, found.Error.Contains($"{version}, which is too old"));
    }

    [Theory]
    [InlineData("relative/folder", "expected a path from the root")]
    [InlineData("/no/such/folder", "has no include/ATen/ATen.h")]
    [InlineData("python", "has no torch")]
    public async Task A_name_that_does_not_fit_is_told(string libtorch, string message)
    {
        Python("");
        var found = await FindAsync(usr: Debian(), libtorch);
        Assert.Equal(1, found.ExitCode);
        Assert.Contains(message, found.Error);
    }

    [Fact]
    public async Task The_stamp_changes_when_it_is_replaced()
    {
        var torch = Torch("named", "2.6.0");
        var before = (await FindAsync(folder["nothing"], torch)).Output;
        Assert.Equal(before, (await FindAsync(folder["nothing"], torch)).Output);
        File.SetLastWriteTimeUtc(Path.Combine(torch, "lib", "libtorch_cpu.so"), new DateTime(2026, 1, 1));
        Assert.NotEqual(before, (await FindAsync(folder["nothing"], torch)).Output);
    }

    private string Torch(string name, string version)
    {
        var torch = folder[name];
        Write(Path.Combine(torch, "include", "ATen", "ATen.h"), "");
        Version(Path.Combine(torch, "include"), version);
        Write(Path.Combine(torch, "lib", "libtorch_cpu.so"), "");
        return torch;
    }

    private string Debian()
    {
        var usr = folder["usr"];
        Write(Path.Combine(usr, "include", "torch", "csrc", "api", "include", "torch", "torch.h"), "");
        Version(Path.Combine(usr, "include"), "1.13.0");
        Write(Path.Combine(usr, "lib", "x86_64-linux-gnu", "libtorch_cpu.so"), "");
        return usr;
    }

    private void Python(string torch)
    {
        var python = folder["bin/python3"];
        Write(python, $"#!/bin/sh\necho '{torch}'\n");
        Process.Start("chmod", ["+x", python]).WaitForExit();
    }

    private static void Version(string include, string version)
    {
        var parts = version.Split('.');
        Write(Path.Combine(include, "torch", "csrc", "api", "include", "torch", "version.h"),
            $"#define TORCH_VERSION_MAJOR {parts[0]}\n#define TORCH_VERSION_MINOR {parts[1]}\n#define TORCH_VERSION_PATCH {parts[2]}\n");
    }

    private static void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private Task<Command> FindAsync(string usr, string libtorch = "") => Scripts.RunAsync("lib/Notable.Torch/native/find-libtorch", new()
    {
        ["LIBTORCH"] = libtorch, ["NOTABLE_USR"] = usr, ["PATH"] = $"{folder["bin"]}:/usr/bin:/bin",
    });
}
