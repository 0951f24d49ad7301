using System.Reflection;
using System.Runtime.Loader;
using Notable.Shared;

namespace Notable.Display.Figures;

/// <summary>
/// Lets Plotly.NET load in dotnet-interactive, which has an older FSharp.Core than Plotly.NET needs. There, a newer one from the NuGet
/// folder is loaded beside it. In other hosts the runtime never asks.
/// </summary>
internal static class NewerFSharp
{
    private const string FSharpCore = "FSharp.Core";
    private static readonly Lock gate = new();
    private static Assembly? loaded;

    /// <summary>Starts resolving assemblies.</summary>
    public static void Register()
    {
        if (PackageFolder.Above(typeof(NewerFSharp).Assembly) is { } packages)
            AssemblyLoadContext.Default.Resolving += (_, name) => name.Name == FSharpCore ? Load(packages, name.Version) : null;
    }

    private static Assembly? Load(string packages, Version? needed)
    {
        lock (gate)
            return loaded ??= Find(packages, needed) is { } path ? new AssemblyLoadContext(FSharpCore).LoadFromAssemblyPath(path) : null;
    }

    /// <summary>Returns the oldest FSharp.Core in a NuGet folder that is new enough; null if there is none.</summary>
    internal static string? Find(string packages, Version? needed)
    {
        var folder = Path.Combine(packages, "fsharp.core");
        return !Directory.Exists(folder) ? null : Directory.GetDirectories(folder)
            .Select(version => Path.Combine(version, "lib", "netstandard2.1", "FSharp.Core.dll")).Where(File.Exists)
            .Select(path => (Path: path, AssemblyName.GetAssemblyName(path).Version))
            .Where(one => needed is null || one.Version >= needed).OrderBy(one => one.Version).Select(one => one.Path).FirstOrDefault();
    }
}
