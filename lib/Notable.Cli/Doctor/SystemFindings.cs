using System.Globalization;
using System.Runtime.InteropServices;
using Notable.AppHost;

namespace Notable.Cli.Doctor;

/// <summary>The system, and features that are limited on it.</summary>
internal static class SystemFindings
{
    private const string Section = "system";

    public static IEnumerable<Finding> Check()
    {
        yield return new(Section, "name", $"{Name()}, {RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}");
        yield return App(AppSupervisor.IsSupported);
        yield return Cultures(CultureInfo.GetCultures(CultureTypes.AllCultures).Length - 1);
    }

    internal static Finding App(bool isSupervised) => isSupervised
        ? new(Section, "app", "supervised: restarted after a crash, and changed notebooks are reloaded")
        : new(Section, "app", "one process, not restarted automatically", Status.Warn,
            "after a crash or a change of the notebook, start it again; on Linux a supervisor does so and visitors keep their pages");

    /// <param name="count">The number of cultures besides the invariant one.</param>
    internal static Finding Cultures(int count) => count > 0
        ? new(Section, "cultures", string.Create(CultureInfo.InvariantCulture, $"{count}, from ICU"))
        : new(Section, "cultures", "only the invariant one", Status.Warn,
            OperatingSystem.IsLinux()
                ? "new CultureInfo(\"de-DE\") is an error here: install ICU (libicu72 on Debian 12, libicu76 on Debian 13) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"
                : "new CultureInfo(\"de-DE\") is an error here: unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT");

    private static string Name()
    {
        const string release = "/etc/os-release", key = "PRETTY_NAME=";
        var line = File.Exists(release) ? File.ReadLines(release).FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal)) : null;
        return line?[key.Length..].Trim('"') ?? RuntimeInformation.OSDescription;
    }
}
