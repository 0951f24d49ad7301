#!/usr/bin/env dotnet
// Builds what has changed, and serves the app notebook at http://127.0.0.1:8866. Needs the .NET 10 SDK, and a network the first time.
//   dotnet run environment/app.cs                     notebooks/app.ipynb with the model beside it
//   dotnet run environment/app.cs -- --port 9000      the same with any option of 'notable app'
//   dotnet run environment/app.cs -- doctor           any command ('-- notable --help' lists them)
//   dotnet run environment/app.cs -- build            builds only; the last line of output is the program's path ('build bench': the benchmarks too)
#:property PublishAot=false
#:property AllowUnsafeBlocks=true
using System.Diagnostics;
using System.Runtime.InteropServices;

var here = (string?)AppContext.GetData("EntryPointFileDirectoryPath") ?? throw new InvalidOperationException("Start this file with 'dotnet run environment/app.cs'.");
var root = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(here))!;
var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
var rid = $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
var program = Path.Combine(root, "artifacts", "publish", "Notable.Cli", $"release_{rid}", "notable-cli.dll");
var served = Path.Combine(root, "artifacts", "served", "publish", "Notable.Cli", $"release_{rid}", "for-cells.txt");
var benchmarks = Path.Combine(root, "artifacts", "bin", "Benchmarks", "release", "Benchmarks.dll");

if (!BuildIfStale("run", program, "publish", "the command line", Path.Combine("lib", "Notable.Cli")))
    return 1;
// The benchmarks are not part of the command line, which loads them from their build output.
if (args is ["bench", ..] or ["notable" or "build", "bench", ..]
    && !BuildIfStale("bench", benchmarks, "build", "the benchmarks", Path.Combine("tests", "Benchmarks")))
    return 1;
// The program in a published app: the command line with a trimmed .NET.
if (args is ["publish", ..] or ["notable" or "build", "publish", ..] && !args.Contains("--whole")
    && !BuildIfStale("served", served, "publish", "the program that serves published apps", Path.Combine("lib", "Notable.Cli"),
        "-r", rid, "--artifacts-path", Path.Combine("artifacts", "served"), "-p:Served=true"))
    return 1;
if (args is ["build", ..])
{
    Console.WriteLine(program);
    return 0;
}
return Run(args switch
{
    ["notable", .. var words] => words,
    [] or [['-', ..], ..] => ["app", Path.Combine(root, "notebooks", "app.ipynb"), .. args],
    _ => args,
});

bool BuildIfStale(string name, string result, string verb, string what, string project, params string[] more)
{
    var stamp = Path.Combine(root, "artifacts", $"{name}.stamp");
    // What else a build depends on: the SDK's runtime, and the property Device (cpu or cuda). The device of the last build is kept until the
    // environment names another one, so an image that was built for CUDA is not rebuilt when it is started.
    var run = Path.Combine(root, "artifacts", "run.stamp");
    var device = Environment.GetEnvironmentVariable("Device") is { Length: > 0 } named ? named
        : File.Exists(run) && File.ReadAllText(run).Split(", ") is [.., "cuda"] ? "cuda" : "cpu";
    var conditions = $"{RuntimeInformation.FrameworkDescription}, {rid}, {device}";
    if (!IsStale(stamp, result, project, conditions))
        return true;
    Directory.CreateDirectory(Path.Combine(root, "artifacts"));
    using var turn = WaitForTurn(Path.Combine(root, "artifacts", "build.lock"));
    // Another process may have built it meanwhile.
    if (!IsStale(stamp, result, project, conditions))
        return true;
    var log = Path.Combine(root, "artifacts", "build.log");
    Say($"building {what} (the first time takes a minute; log: {Path.GetRelativePath(root, log)})");
    // A file that is saved while the build runs is newer than this and causes another build.
    var started = DateTime.UtcNow;
    var build = new ProcessStartInfo(dotnet, [verb, project, "-c", "Release", "-v", "quiet", "-clp:NoSummary", "-nologo", "-nodeReuse:false", $"-p:Device={device}", .. more])
    {
        WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true,
    };
    using var process = Process.Start(build)!;
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd() + errors.Result;
    process.WaitForExit();
    File.WriteAllText(log, output);
    if (process.ExitCode != 0)
    {
        Console.Error.Write(output);
        Say(output.Contains("NU1301", StringComparison.Ordinal)
            ? "the packages could not be fetched: the first build needs a network that reaches NuGet"
            : "the build failed; the lines above say why");
        return false;
    }
    File.WriteAllText(stamp, conditions);
    File.SetLastWriteTimeUtc(stamp, started);
    return true;
}

bool IsStale(string stamp, string result, string project, string conditions) => !File.Exists(result) || !File.Exists(stamp) || File.ReadAllText(stamp) != conditions
    || Sources(project).Any(source => source.LastWriteTimeUtc > File.GetLastWriteTimeUtc(stamp));

// Everything that a build reads. A folder's own time changes when a file in it is removed.
IEnumerable<FileSystemInfo> Sources(string project)
{
    foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "global.json", ".editorconfig" })
        yield return new FileInfo(Path.Combine(root, file));
    var folders = new Stack<DirectoryInfo>([new DirectoryInfo(Path.Combine(root, "lib")), new DirectoryInfo(Path.Combine(root, project))]);
    while (folders.TryPop(out var folder))
    {
        yield return folder;
        foreach (var entry in folder.EnumerateFileSystemInfos())
            if (entry is not DirectoryInfo inner)
                yield return entry;
            else if (inner.Name is not ("bin" or "obj" or "node_modules"))
                folders.Push(inner);
    }
}

FileStream WaitForTurn(string path)
{
    for (var told = false; ; Thread.Sleep(200))
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            if (!told)
                Say("another process is building; waiting for it");
            told = true;
        }
}

int Run(string[] words)
{
    using var process = Process.Start(new ProcessStartInfo(dotnet, [program, .. words]))!;
    // Ctrl-C reaches both processes: this one waits until the other has ended.
    Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
    using var termination = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
    {
        signal.Cancel = true;
        _ = Native.Kill(process.Id, Native.Terminate);
    });
    process.WaitForExit();
    return process.ExitCode;
}

void Say(string text) => Console.Error.WriteLine($"notable: {text}");

internal static partial class Native
{
    public const int Terminate = 15;

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);
}
