using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Packages;

/// <summary>The NuGet packages that the cells of one session have asked for.</summary>
internal sealed class PackageReferences
{
    private readonly List<string> sources = [];
    private readonly List<PackageName> brought = [];
    private readonly Dictionary<string, MetadataReference> assemblies = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Namespaces that cells have turned out to need beside the usual ones.</summary>
    public IReadOnlyList<string> Imports { get; set; } = [];

    /// <summary>The assemblies of all packages brought so far.</summary>
    public IReadOnlyCollection<MetadataReference> Assemblies => assemblies.Values;

    /// <summary>What the person should know of the packages that came last: a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Brings packages, with those they stand on, where they are not there yet.</summary>
    /// <returns>All that have come new.</returns>
    /// <exception cref="PackageException">They cannot be restored together.</exception>
    /// <exception cref="OperationCanceledException">Cancelled, or <see cref="Cancellation"/> was.</exception>
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
        RestoredPackage[] added = [.. restored.Packages.Where(package => known.Add(package.Id))];
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
        throw new PackageException($"{other} is in use already; restart the kernel to use {package.Version}");
    }
}
