using Microsoft.AspNetCore.Builder;

namespace Notable.Cli.Publishing;

/// <summary>The .NET runtime of this program, as the files of a .NET installation: host, base library and ASP.NET Core.</summary>
internal static class RuntimeFiles
{
    private static readonly string[] openSslFolders =
        ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/lib/x86_64-linux-gnu", "/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/lib64", "/lib"];

    /// <summary>The file name of the host.</summary>
    public static string Host => OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    /// <summary>Returns its files: full paths, and relative paths in the installation.</summary>
    /// <exception cref="InvalidOperationException">This program includes its own runtime.</exception>
    public static IReadOnlyList<(string File, string Place)> List()
    {
        var (basis, web) = (FolderOf(typeof(object)), FolderOf(typeof(WebApplication)));
        // shared/Microsoft.NETCore.App/10.0.0
        var root = Path.GetFullPath(Path.Combine(basis, "..", "..", ".."));
        var resolvers = Path.Combine(root, "host", "fxr");
        if (!File.Exists(Path.Combine(root, Host)) || !Directory.Exists(resolvers) || basis == AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))
            throw new InvalidOperationException($"there is no .NET installation around {basis}; 'notable publish' copies the runtime that it runs on, so run it with an installed .NET");
        var resolver = Directory.GetDirectories(resolvers).MaxBy(folder => Version.TryParse(Path.GetFileName(folder).Split('-')[0], out var version) ? version : new Version())
            ?? throw new InvalidOperationException($"{resolvers} is empty: this .NET installation is damaged");
        return
        [
            .. from file in ((string[])[Path.Combine(root, Host), .. Files(resolver), .. Files(basis), .. Files(web)]) select (file, Path.GetRelativePath(root, file)),
        ];
    }

    /// <summary>
    /// Returns the full paths of this system's OpenSSL libraries, which .NET needs for hashes on Linux and minimal systems lack; empty on other
    /// systems.
    /// </summary>
    public static IReadOnlyList<string> OpenSsl() => !OperatingSystem.IsLinux() ? [] :
        openSslFolders.Select(folder => (string[])[Path.Combine(folder, "libssl.so.3"), Path.Combine(folder, "libcrypto.so.3")]).FirstOrDefault(files => files.All(File.Exists)) ?? [];

    private static string FolderOf(Type type) => Path.GetDirectoryName(type.Assembly.Location)!;

    private static string[] Files(string folder) => Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
}
