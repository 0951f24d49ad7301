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
// What a build leaves. It starts more slowly than the published program, which is compiled ahead.
var built = Path.Combine(root, "artifacts", "bin", "Notable.Cli", $"release_{rid}", "notable-cli.dll");
var served = Path.Combine(root, "artifacts", "served", "publish", "Notable.Cli", $"release_{rid}", "for-cells.txt");
var benchmarks = Path.Combine(root, "artifacts", "bin", "Benchmarks", "release", "Benchmarks.dll");

Process? behind = null;
var isEnding = false;
var cli = Path.Combine("lib", "Notable.Cli");
string[] command = args switch
{
    ["notable" or "build", .. var words] => words,
    [] or [['-', ..], ..] => ["app", Path.Combine(root, "notebooks", "app.ipynb"), .. args],
    _ => args,
};
var isServedWhilePublished = false;
if (IsStale("run", program, cli))
{
    if (!BuildIfStale("built", built, "build", "building the command line", cli, ["-p:RunAnalyzers=false"]))
        return 1;
    // The first page should not wait for the compilation ahead: the app starts from the build, and the next start finds the published program.
    isServedWhilePublished = command is ["app", ..];
    if (isServedWhilePublished && args is ["build", ..])
        return 0;
    if (!isServedWhilePublished && !Publish(isBehind: false))
        return 1;
}
// The benchmarks are not part of the command line, which loads them from their build output.
if (command is ["bench", ..]
    && !BuildIfStale("bench", benchmarks, "build", "building the benchmarks", Path.Combine("tests", "Benchmarks")))
    return 1;
// The program in a published app: the command line with a trimmed .NET.
if (command is ["publish", ..] && !args.Contains("--whole")
    && !BuildIfStale("served", served, "publish", "building the program that serves published apps", cli,
        ["-r", rid, "--artifacts-path", Path.Combine("artifacts", "served"), "-p:Served=true"]))
    return 1;
if (args is ["build", ..])
{
    Console.WriteLine(program);
    return 0;
}
return Run();

// Compiles ahead what was built. Behind a running app it takes only the processor time that is left, and ends with the app.
bool Publish(bool isBehind) =>
    BuildIfStale("run", program, "publish", isBehind ? null : "compiling the command line ahead, for a quick start", cli, ["--no-build"], isBehind);

bool BuildIfStale(string name, string result, string verb, string? what, string project, string[]? more = null, bool isBehind = false)
{
    if (!IsStale(name, result, project))
        return true;
    Directory.CreateDirectory(Path.Combine(root, "artifacts"));
    using var turn = WaitForTurn(Path.Combine(root, "artifacts", "build.lock"));
    // Another process may have built it meanwhile.
    if (!IsStale(name, result, project))
        return true;
    if (name == "run")
        DiscardStoppedCompilation();
    var log = Path.Combine(root, "artifacts", "build.log");
    if (what is not null)
        Say($"{what} (the first time takes a minute; log: {Path.GetRelativePath(root, log)})");
    // A file that is saved while the build runs is newer than this and causes another build.
    var started = name == "run" ? File.GetLastWriteTimeUtc(Stamp("built")) : DateTime.UtcNow;
    var build = new ProcessStartInfo(dotnet, [verb, project, "-c", "Release", "-v", "quiet", "-clp:NoSummary", "-nologo", "-nodeReuse:false", $"-p:Device={Device()}", .. more ?? []])
    {
        WorkingDirectory = root, RedirectStandardOutput = true, RedirectStandardError = true,
    };
    using var process = Process.Start(build)!;
    if (isBehind)
        (process.PriorityClass, behind) = (ProcessPriorityClass.Idle, process);
    var errors = process.StandardError.ReadToEndAsync();
    var output = process.StandardOutput.ReadToEnd() + errors.Result;
    process.WaitForExit();
    File.WriteAllText(log, output);
    if (isBehind && isEnding)
        return false;
    if (process.ExitCode != 0)
    {
        Console.Error.Write(output);
        Say(output.Contains("NU1301", StringComparison.Ordinal)
            ? "the packages could not be fetched: the first build needs a network that reaches NuGet"
            : "the build failed; the lines above say why");
        return false;
    }
    File.WriteAllText(Stamp(name), Conditions());
    File.SetLastWriteTimeUtc(Stamp(name), started);
    return true;
}

// A compilation ahead that was stopped leaves half a file, which the next one would take for a whole one. It also leaves no stamp.
void DiscardStoppedCompilation()
{
    var compiled = Path.Combine(root, "artifacts", "obj", "Notable.Cli", $"release_{rid}", "R2R");
    if (!File.Exists(Stamp("run")) && Directory.Exists(compiled))
        Directory.Delete(compiled, recursive: true);
    File.Delete(Stamp("run"));
}

string Stamp(string name) => Path.Combine(root, "artifacts", $"{name}.stamp");

// The property Device: cpu or cuda. That of the last build is kept until the environment names another one, so an image that was built for
// CUDA is not rebuilt when it is started.
string Device() => Environment.GetEnvironmentVariable("Device") is { Length: > 0 } named ? named
    : File.Exists(Stamp("built")) && File.ReadAllText(Stamp("built")).Split(", ") is [.., "cuda"] ? "cuda" : "cpu";

// What a build depends on besides its sources.
string Conditions() => $"{RuntimeInformation.FrameworkDescription}, {rid}, {Device()}";

bool IsStale(string name, string result, string project) => !File.Exists(result) || !File.Exists(Stamp(name)) || File.ReadAllText(Stamp(name)) != Conditions()
    || Sources(project).Any(source => source.LastWriteTimeUtc > File.GetLastWriteTimeUtc(Stamp(name)));

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

int Run()
{
    using var process = Process.Start(new ProcessStartInfo(dotnet, [isServedWhilePublished ? built : program, .. command]))!;
    // Ctrl-C reaches both processes: this one waits until the other has ended.
    Console.CancelKeyPress += (_, pressed) => pressed.Cancel = isEnding = true;
    using var termination = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
    {
        signal.Cancel = isEnding = true;
        _ = Native.Kill(process.Id, Native.Terminate);
    });
    var publishing = isServedWhilePublished ? Task.Run(() => Publish(isBehind: true)) : Task.CompletedTask;
    process.WaitForExit();
    isEnding = true;
    if (!publishing.IsCompleted)
        behind?.Kill(entireProcessTree: true);
    return process.ExitCode;
}

void Say(string text) => Console.Error.WriteLine($"notable: {text}");

internal static partial class Native
{
    public const int Terminate = 15;

    [LibraryImport("libc", EntryPoint = "kill")]
    public static partial int Kill(int process, int signal);
}
