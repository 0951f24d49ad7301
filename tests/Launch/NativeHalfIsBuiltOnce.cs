using Notable.Cli.Tests;
using Notable.Testing;

namespace Launch;

/// <summary>The script that compiles the native half where a package is used, with stand-ins for libtorch and the compiler.</summary>
public sealed class NativeHalfIsBuiltOnce : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public NativeHalfIsBuiltOnce()
    {
        Write("torch/include/ATen/ATen.h", "");
        Write("torch/lib/libtorch_cpu.so", "");
        foreach (var tool in new[] { "g++", "make" })
            Program(tool, "");
        // cmake -S SOURCES -B FOLDER ..., then cmake --build FOLDER
        Program("cmake", $"""
            if [ "$1" = -S ]; then mkdir -p "$4"; exit 0; fi
            sleep 0.5; echo compiled >> '{folder["count"]}'; echo native > "$2/libNotableTorch.so"
            """);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Two_programs_that_need_it_at_one_time_share_it()
    {
        var runs = await Task.WhenAll(RunAsync(), RunAsync());
        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Error));
        Assert.Single(File.ReadAllLines(folder["count"]));
        var path = Assert.Single(runs.Select(run => run.Output.TrimEnd().Split('\n')[^1]).Distinct());
        Assert.Equal("native\n", File.ReadAllText(path));
        Assert.Single(runs, run => run.Output.StartsWith("Notable compiles its native half for libtorch"));
        Assert.Equal(path + "\n", (await RunAsync()).Output);
    }

    [Fact]
    public async Task Another_libtorch_has_another()
    {
        var before = await RunAsync();
        File.SetLastWriteTimeUtc(folder["torch/lib/libtorch_cpu.so"], new DateTime(2026, 1, 1));
        Assert.NotEqual(before.Output.TrimEnd().Split('\n')[^1], (await RunAsync()).Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task What_does_not_compile_is_told_and_tried_again()
    {
        var good = File.ReadAllText(folder["bin/cmake"]);
        Program("cmake", "echo 'augment.cpp: no such operation'; exit 1");
        var failed = await RunAsync();
        Assert.Equal(1, failed.ExitCode);
        Assert.Contains("augment.cpp: no such operation", failed.Error);
        File.WriteAllText(folder["bin/cmake"], good);
        Assert.Equal(0, (await RunAsync()).ExitCode);
    }

    [Fact]
    public async Task Missing_compilers_are_named()
    {
        foreach (var tool in new[] { "g++", "cmake" })
            File.Delete(folder[$"bin/{tool}"]);
        foreach (var tool in new[] { "bash", "dirname", "readlink", "stat", "sed", "sha256sum", "cut", "sort", "head" })
            File.CreateSymbolicLink(folder[$"bin/{tool}"], $"/usr/bin/{tool}");
        var run = await RunAsync(path: folder["bin"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("apt-get install g++ cmake", run.Error);
    }

    [Fact]
    public async Task A_missing_libtorch_is_told()
    {
        File.Delete(folder["torch/lib/libtorch_cpu.so"]);
        var run = await RunAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("has no lib/libtorch_cpu.so", run.Error);
    }

    private Task<Command> RunAsync(string? path = null) => Scripts.RunAsync("lib/Notable.Torch/native/build-once", new()
    {
        ["LIBTORCH"] = folder["torch"], ["PATH"] = path ?? $"{folder["bin"]}:/usr/bin:/bin",
    }, folder["cache"]);

    private void Program(string name, string script)
    {
        Write($"bin/{name}", $"#!/bin/bash\n{script}\n");
        File.SetUnixFileMode(folder[$"bin/{name}"], (UnixFileMode)0b111_101_101);
    }

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
        File.WriteAllText(folder[name], text);
    }
}
