using Notable.Shared;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security;
using System.Security.Cryptography;
using System.Text;

namespace Notable.Kernel.Packages;

/// <summary>
/// Restores packages with <c>dotnet restore</c>, the user's own sources and settings, and a generated project. The result is
/// cached under a hash of the project.
/// </summary>
internal static class PackageRestore
{
    private const string Project = "packages.csproj";

    /// <summary>NuGet's warning about a source that does not respond.</summary>
    private const string FailedSource = "NU1801";

    /// <exception cref="PackageException">The restore failed; the message contains NuGet's errors.</exception>
    /// <exception cref="OperationCanceledException">Canceled; the restore was stopped.</exception>
    public static RestoredPackages Run(IReadOnlyList<PackageName> packages, IReadOnlyList<string> sources, CancellationToken cancellationToken)
    {
        var text = Describe(packages, sources);
        var folder = Path.Combine(Cache, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]);
        var assets = Path.Combine(folder, "obj", "project.assets.json");
        var done = Path.Combine(folder, "done");
        if (File.Exists(done) && RestoredPackages.Read(assets) is { } known)
        {
            known.FailedSources.AddRange(File.ReadAllLines(done));
            return known;
        }
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, Project), text);
        // Keeps MSBuild from using files of the folders above.
        foreach (var name in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
            File.WriteAllText(Path.Combine(folder, name), "<Project />");
        var failedSources = Restore(folder, packages, cancellationToken);
        File.WriteAllLines(done, failedSources);
        var restored = RestoredPackages.Read(assets) ?? throw new PackageException($"a file of {string.Join(", ", packages)} is missing after the restore");
        restored.FailedSources.AddRange(failedSources);
        return restored;
    }

    private static string Cache => Path.Combine(CacheFolder.Path, "packages");

    private static string Describe(IReadOnlyList<PackageName> packages, IReadOnlyList<string> sources)
    {
        var references = string.Concat(packages.Select(one => $"    <PackageReference Include=\"{one.Id}\" Version=\"{one.Version ?? "*"}\" />\n"));
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <!-- Old notebooks name feeds that no longer exist; the packages are often on another one. -->
                <RestoreIgnoreFailedSources>true</RestoreIgnoreFailedSources>
                <!-- Nobody would see its warnings, and it queries every feed. -->
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{SecurityElement.Escape(string.Join(';', sources))}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
            {references}  </ItemGroup>
            </Project>
            """;
    }

    /// <returns>NuGet's warnings about sources that failed but were not needed.</returns>
    private static string[] Restore(string folder, IReadOnlyList<PackageName> packages, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Dotnet, ["restore", Project, "-v", "quiet", "-nologo", "-tl:off", "-nodeReuse:false"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Start(start);
        using var stop = cancellationToken.Register(() => process.Kill(entireProcessTree: true));
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        cancellationToken.ThrowIfCancellationRequested();
        if (process.ExitCode != 0)
            throw new PackageException($"Could not restore {string.Join(", ", packages)}: {Reasons(output + error.Result, folder)}");
        return [.. Lines(output + error.Result, folder).Where(line => line.Contains(FailedSource, StringComparison.Ordinal))];
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new PackageException($"packages are restored by the .NET SDK, but 'dotnet' cannot be started ({missing.Message})");
        }
    }

    /// <summary>Returns the lines that explain the failure: errors, then sources that failed.</summary>
    private static string Reasons(string output, string folder)
    {
        string[] lines =
        [
            .. Lines(output, folder).Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase) && !line.Contains(FailedSource, StringComparison.Ordinal)),
            .. Lines(output, folder).Where(line => line.Contains(FailedSource, StringComparison.Ordinal)),
        ];
        return lines.Length > 0 ? string.Join('\n', lines.Take(10)) : output.Trim();
    }

    /// <summary>Returns NuGet's output without the path of the generated project.</summary>
    private static IEnumerable<string> Lines(string output, string folder) =>
        output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace(Path.Combine(folder, Project), "").TrimStart(' ', ':').Replace("[]", "").TrimEnd()).Distinct();

    /// <summary>The <c>dotnet</c> that runs this process, or the first one on the path.</summary>
    private static string Dotnet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
