using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Benchmarks.Measuring;

/// <summary>
/// The same work in Python torch, case by case in the same minute: a Python process that waits for the name of a case, times it
/// and answers with a line. Only the ratio of two neighboring measurements means something on a machine that others use too.
/// </summary>
internal sealed class PythonPeer : IDisposable
{
    private const string Needs = "It needs torch, torchvision and Pillow (apt-get install python3-torch python3-torchvision python3-pil, or pip).";
    private static readonly string[] Usual = ["python3", "/usr/bin/python3"];
    private readonly Process process;

    private PythonPeer(Process process) => this.process = process;

    /// <summary>Starts it.</summary>
    /// <param name="python">The interpreter, a command on the PATH or a path; empty for the first of the usual ones that has torch.</param>
    /// <param name="threads">As <see cref="BenchOptions.Threads"/>.</param>
    /// <param name="device">As <see cref="BenchOptions.Device"/>.</param>
    /// <param name="quick">As <see cref="BenchOptions.Quick"/>.</param>
    /// <exception cref="InvalidOperationException">There is no such Python, or it has no torch; the message says what to install.</exception>
    public static PythonPeer Start(string python, int threads, string device, bool quick)
    {
        if (python == "")
            python = Usual.FirstOrDefault(HasTorch) ?? throw new InvalidOperationException($"--peer: none of {string.Join(", ", Usual)} has torch. {Needs}");
        else if (!HasTorch(python))
            throw new InvalidOperationException($"--peer {python}: this is no Python with torch. {Needs}");
        var start = Script(python, ["--threads", threads.ToString(CultureInfo.InvariantCulture), "--device", device, .. quick ? ["--quick"] : Array.Empty<string>()]);
        start.RedirectStandardInput = true;
        var peer = new PythonPeer(Process.Start(start)!);
        Console.Error.WriteLine($"bench: beside {python} with torch {peer.Read()["torch"]}");
        return peer;
    }

    /// <summary>Times one case over there.</summary>
    /// <param name="name">A case of torch_peer.py.</param>
    /// <param name="arguments">What the case works on.</param>
    public Measurement Measure(string name, params string[] arguments)
    {
        process.StandardInput.WriteLine(JsonSerializer.Serialize<string[]>([name, .. arguments]));
        process.StandardInput.Flush();
        var answer = Read();
        return new Measurement(name, (double)answer["median"]!, (string)answer["unit"]!) { Min = (double)answer["min"]!, N = (int)answer["n"]! };
    }

    /// <summary>The interpreter's start, torch's import and one prediction, as a process of its own.</summary>
    public ProcessStartInfo ColdStart(string picture) => Script(process.StartInfo.FileName, ["--once", picture]);

    /// <inheritdoc/>
    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }

    private static ProcessStartInfo Script(string python, string[] words)
    {
        using var source = new StreamReader(typeof(PythonPeer).Assembly.GetManifestResourceStream("torch_peer.py")!);
        return new(python, ["-c", source.ReadToEnd(), .. words]) { RedirectStandardOutput = true };
    }

    private static bool HasTorch(string python)
    {
        try
        {
            using var trial = Process.Start(new ProcessStartInfo(python, ["-c", "import torch, torchvision, PIL"]) { RedirectStandardError = true })!;
            trial.StandardError.ReadToEnd();
            trial.WaitForExit();
            return trial.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private JsonNode Read() => JsonNode.Parse(process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException($"the Python side ({process.StartInfo.FileName}) ended without an answer; its own message is above"))!;
}
