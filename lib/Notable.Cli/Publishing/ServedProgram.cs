using System.Runtime.InteropServices;

namespace Notable.Cli.Publishing;

/// <summary>
/// The program that serves precompiled notebooks: this command line with its own trimmed .NET, without compiler, charts and
/// training. The repository builds it for <c>notable publish</c>.
/// </summary>
internal static class ServedProgram
{
    private const string ForCells = "for-cells.txt";
    private static readonly string[] left = [ForCells, "notable-cli.deps.json"];

    /// <summary>The file name of the executable.</summary>
    public static string Executable => OperatingSystem.IsWindows() ? "notable-cli.exe" : "notable-cli";

    /// <summary>
    /// Returns its folder in the build output that this program comes from; null if it is missing or older than this program, since it
    /// might not run cells compiled with newer libraries.
    /// </summary>
    public static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.Name != "artifacts")
            folder = folder.Parent;
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var built = folder is null ? null
            : Path.Combine(folder.FullName, "served", "publish", "Notable.Cli", $"release_{system}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}");
        return built is not null && File.Exists(Path.Combine(built, ForCells)) && File.GetLastWriteTimeUtc(Path.Combine(built, ForCells)) is var since
            && Directory.EnumerateFiles(AppContext.BaseDirectory, "Notable*.dll").All(file => File.GetLastWriteTimeUtc(file) <= since) ? built : null;
    }

    /// <summary>Returns the files to copy.</summary>
    public static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder).Where(file => !left.Contains(Path.GetFileName(file)));

    /// <summary>Returns the assemblies among <paramref name="references"/> that it does not have, or has only a part of.</summary>
    public static IReadOnlyList<string> Lacks(string folder, IEnumerable<string> references) =>
        [.. references.Except(File.ReadAllLines(Path.Combine(folder, ForCells)))];
}
