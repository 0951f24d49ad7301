using Notable.Display;

namespace Notable.Kernel.Packages;

/// <summary>The NuGet packages that the cells of one session have asked for.</summary>
internal sealed class PackageReferences
{
    private readonly List<string> sources = [];
    private readonly Dictionary<PackageName, IReadOnlyList<string>> brought = [];

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

    /// <summary>The assemblies that a package brings, with those it stands on; at least one.</summary>
    /// <exception cref="PackageException">It cannot be had.</exception>
    /// <exception cref="OperationCanceledException"><see cref="Cancellation"/> was.</exception>
    public IReadOnlyList<string> Bring(PackageName package)
    {
        if (brought.TryGetValue(package, out var known))
            return known;
        if (brought.Keys.FirstOrDefault(one => one.Id.Equals(package.Id, StringComparison.OrdinalIgnoreCase)) is { } other && package.Version is not null)
            throw new PackageException($"{other} is in use already; restart the kernel to use {package.Version}");
        var restored = PackageRestore.Run([.. brought.Keys, package], sources, Cancellation);
        PackageLoading.Offer(restored);
        DisplayTarget.InUse?.Write(OutputStream.Error, $"{package.Id} {restored.VersionOf(package.Id)} is there\n");
        // The compiler takes an empty answer for none; a package may have only native libraries.
        return brought[package] = [typeof(object).Assembly.Location, .. restored.Assemblies.Select(PackageLoading.OwnOr)];
    }
}
