using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Notable.Kernel.Packages;

/// <summary>
/// Resolves the assemblies and native libraries of packages. They are loaded once, beside the process's own: a package
/// cannot be unloaded.
/// </summary>
internal static class PackageLoading
{
    private static readonly Dictionary<string, string> assemblies = new(StringComparer.OrdinalIgnoreCase);
    private static readonly Lazy<Dictionary<string, string>> own = new(() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .DistinctBy(System.IO.Path.GetFileName).ToDictionary(path => System.IO.Path.GetFileName(path)!, StringComparer.OrdinalIgnoreCase));
    private static readonly List<string> nativeFolders = [];
    private static readonly Lock gate = new();

    static PackageLoading()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) => Path(name) is { } path ? context.LoadFromAssemblyPath(path) : null;
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Watch(loaded.LoadedAssembly);
    }

    /// <summary>Returns this process's own assembly of the same file name, which would be loaded first; otherwise the package's.</summary>
    public static string OwnOr(string path) => own.Value.GetValueOrDefault(System.IO.Path.GetFileName(path), path);

    public static void Offer(RestoredPackages packages)
    {
        lock (gate)
        {
            foreach (var path in packages.Packages.SelectMany(package => package.Assemblies))
                assemblies.TryAdd(System.IO.Path.GetFileNameWithoutExtension(path), path);
            nativeFolders.AddRange(packages.NativeFolders.Except(nativeFolders));
        }
        // This program's own assemblies of these names may be loaded already, and find their native libraries in the packages.
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Watch(assembly);
    }

    /// <summary>Returns a warning for each package assembly that is not used because this program has its own, older version.</summary>
    public static IEnumerable<string> DescribeReplaced(IEnumerable<RestoredPackage> packages) =>
        from package in packages
        from path in package.Assemblies
        let own = OwnOr(path)
        where own != path && File.Exists(own)
        let versions = (Own: AssemblyName.GetAssemblyName(own).Version, Package: AssemblyName.GetAssemblyName(path).Version)
        where versions.Own < versions.Package
        select $"{package.Id} {package.Version}: Notable itself uses {System.IO.Path.GetFileName(path)} {versions.Own}, and cells get that version instead of {versions.Package}.";

    /// <summary>Adds the assemblies of a folder, such as an extension's own.</summary>
    public static void OfferFolder(string folder)
    {
        lock (gate)
            foreach (var path in Directory.GetFiles(folder, "*.dll"))
                assemblies.TryAdd(System.IO.Path.GetFileNameWithoutExtension(path), path);
    }

    private static string? Path(AssemblyName name)
    {
        lock (gate)
            return name.Name is { } simple ? assemblies.GetValueOrDefault(simple) : null;
    }

    /// <summary>Resolves the native libraries of an assembly, which the script engine may have loaded in its own context.</summary>
    private static void Watch(Assembly loaded)
    {
        bool isOffered;
        lock (gate)
            isOffered = !loaded.IsDynamic && loaded.GetName().Name is { } name && assemblies.ContainsKey(name);
        if (isOffered && AssemblyLoadContext.GetLoadContext(loaded) is { } context)
        {
            context.ResolvingUnmanagedDll -= Native;
            context.ResolvingUnmanagedDll += Native;
        }
    }

    private static nint Native(Assembly assembly, string name)
    {
        string[] folders;
        lock (gate)
            folders = [.. nativeFolders];
        foreach (var folder in folders)
            foreach (var file in new[] { name, $"lib{name}.so", $"{name}.so", $"lib{name}", $"lib{name}.dylib", $"{name}.dll" })
                if (NativeLibrary.TryLoad(System.IO.Path.Combine(folder, file), out var handle))
                    return handle;
        return 0;
    }
}
