using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;

namespace Notable.Torch.Interop;

/// <summary>
/// The native half of a program that has this library as a package: compiled on the machine where it runs, once for each libtorch,
/// from the sources that this assembly carries.
/// </summary>
internal static class NativeBuild
{
    private const string Sources = "native/";

    /// <summary><c>$XDG_CACHE_HOME/notable/native</c>, else <c>~/.cache/notable/native</c>.</summary>
    internal static string Cache => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
            ? cache : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "notable", "native");

    /// <summary>Finds the library, or compiles it first, which takes about a minute.</summary>
    /// <param name="cache">Where it is kept.</param>
    /// <param name="tell">Is given a line before it is compiled.</param>
    /// <returns>The library's path.</returns>
    /// <exception cref="TorchLoadException">There is no libtorch, no compiler, or no folder to write to; the message says what to install.</exception>
    internal static string Library(string cache, Action<string> tell)
    {
        try
        {
            // Other sources, another folder.
            var folder = Path.Combine(Path.GetFullPath(cache), typeof(NativeBuild).Module.ModuleVersionId.ToString("N"));
            var (path, error) = Run(Path.Combine(Extract(folder), "build-once"), folder, tell);
            return path ?? throw Failed(error);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Win32Exception)
        {
            throw Failed(e.Message);
        }
    }

    private static TorchLoadException Failed(string reason) => new(
        $"""
        {NativeLoader.FileName} (tensors over libtorch) is not beside the program, and could not be compiled on this machine:
        {reason.Trim()}
        What it takes on Debian and Ubuntu: apt-get install libtorch-dev libopenblas0 g++ cmake make. Another libtorch is named by
        LIBTORCH (LIBTORCH=DIR, a folder with include/ and lib/; LIBTORCH=python, the torch of python3).
        """);

    /// <summary>Writes the sources, so that they are whole or not there.</summary>
    private static string Extract(string folder)
    {
        var target = Path.Combine(folder, "sources");
        if (Directory.Exists(target)) return target;
        var fresh = Path.Combine(folder, $"sources-{Environment.ProcessId}");
        Directory.CreateDirectory(fresh);
        var assembly = typeof(NativeBuild).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Sources, StringComparison.Ordinal)))
        {
            using var source = assembly.GetManifestResourceStream(name)!;
            using var file = File.Create(Path.Combine(fresh, name[Sources.Length..]));
            source.CopyTo(file);
        }
        try
        {
            Directory.Move(fresh, target);
        }
        catch (IOException) when (Directory.Exists(target))
        {
            // Another process was quicker.
            Directory.Delete(fresh, recursive: true);
        }
        return target;
    }

    private static (string? Path, string Error) Run(string script, string folder, Action<string> tell)
    {
        using var process = Process.Start(new ProcessStartInfo("bash", [script, folder])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        string? path = null;
        while (process.StandardOutput.ReadLine() is { } line)
            if (line.StartsWith('/')) path = line;
            else tell(line);
        process.WaitForExit();
        return (process.ExitCode == 0 ? path : null, error.Result);
    }
}
