using Microsoft.CodeAnalysis;
using Notable.Display;

namespace Notable.Kernel.Packages;

/// <summary>The NuGet packages that the cells of one session have asked for.</summary>
internal sealed class PackageReferences
{
    private readonly List<string> sources = [];
    private readonly List<PackageName> brought = [];
    private readonly Dictionary<string, MetadataReference> assemblies = [];

    /// <summary>Ends a restore that is under way.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Has packages also be looked for there.</summary>
    /// <returns>Whether it is an address or a folder.</returns>
    public bool AddSource(string source, string folder)
    {
        var path = Path.GetFullPath(source, folder);
        var isFolder = Directory.Exists(path);
        if (!isFolder && !(Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            return false;
        sources.Add(isFolder ? path : source);
        return true;
    }

    /// <summary>The assemblies of all packages brought so far.</summary>
    public IReadOnlyCollection<MetadataReference> Assemblies => assemblies.Values;

    /// <summary>Brings a package, with those it stands on, where it is not there yet.</summary>
    /// <exception cref="PackageException">It cannot be had.</exception>
    /// <exception cref="OperationCanceledException"><see cref="Cancellation"/> was.</exception>
    public void Bring(PackageName package)
    {
        if (brought.Contains(package))
            return;
        if (brought.FirstOrDefault(one => one.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase)) is { } other && package.Version is not null)
            throw new PackageException($"{other} is in use already; restart the kernel to use {package.Version}");
        var restored = PackageRestore.Run([.. brought, package], sources, Cancellation);
        PackageLoading.Offer(restored);
        foreach (var path in restored.Assemblies.Select(PackageLoading.OwnOr))
            assemblies.TryAdd(path, FileReferences.Of(path));
        brought.Add(package);
        DisplayTarget.InUse?.Write(OutputStream.Error, $"{package.Id} {restored.VersionOf(package.Id)} is there\n");
    }
}
