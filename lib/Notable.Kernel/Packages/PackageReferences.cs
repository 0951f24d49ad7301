using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Packages;

/// <summary>The NuGet packages that the cells of one session have asked for.</summary>
internal sealed class PackageReferences
{
    private readonly List<string> sources = [];
    private readonly List<PackageName> brought = [];
    private readonly Dictionary<string, MetadataReference> assemblies = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Cancels a running restore.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Adds a package source.</summary>
    /// <returns>Whether it is an https address or an existing folder.</returns>
    public bool AddSource(string source, string folder)
    {
        var path = Path.GetFullPath(source, folder);
        var isFolder = Directory.Exists(path);
        if (!isFolder && !(Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps))
            return false;
        sources.Add(isFolder ? path : source);
        return true;
    }

    /// <summary>Namespaces that cells turned out to need besides the default imports.</summary>
    public IReadOnlyList<string> Imports { get; set; } = [];

    /// <summary>The assemblies of all packages restored so far.</summary>
    public IReadOnlyCollection<MetadataReference> Assemblies => assemblies.Values;

    /// <summary>Warnings about the packages restored last.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Restores packages that are not there yet, with their dependencies.</summary>
    /// <returns>The added packages, including dependencies.</returns>
    /// <exception cref="PackageException">They cannot be restored together.</exception>
    /// <exception cref="OperationCanceledException">Canceled by the token or by <see cref="Cancellation"/>.</exception>
    public IReadOnlyList<RestoredPackage> Bring(IReadOnlyList<PackageName> packages, CancellationToken cancellationToken = default)
    {
        PackageName[] wanted = [.. packages.Distinct().Where(package => !IsThere(package))];
        Warnings = [];
        if (wanted.Length == 0)
            return [];
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation, cancellationToken);
        var restored = PackageRestore.Run([.. brought, .. wanted], sources, stop.Token);
        PackageLoading.Offer(restored);
        foreach (var path in restored.Packages.SelectMany(package => package.Assemblies).Select(PackageLoading.OwnOr))
            assemblies.TryAdd(path, FileReferences.Of(path));
        brought.AddRange(wanted);
        var named = wanted.Select(package => package.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        RestoredPackage[] added = [.. restored.Packages.Where(package => known.Add(package.Id)).Select(package => package with { IsNamed = named.Contains(package.Id) })];
        Warnings = [.. restored.FailedSources, .. PackageLoading.DescribeReplaced(added)];
        return added;
    }

    private bool IsThere(PackageName package)
    {
        var other = brought.FirstOrDefault(one => one.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase));
        if (other is null)
            return false;
        if (package.Version is null or "*" or "*-*" || package.Version == other.Version)
            return true;
        throw new PackageException($"{other} is already in use; restart the kernel to use {package.Version}");
    }
}
