using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Scripting;

namespace Notable.Kernel.Packages;

/// <summary>
/// Resolves what <c>#r</c> names: a package or a file. Each is read only once: every cell is compiled against all of them, and would
/// otherwise keep its own copy of .NET's metadata (measured: 5 MB per cell).
/// </summary>
internal sealed class ReferenceResolver(ScriptMetadataResolver files, PackageReferences packages) : MetadataReferenceResolver
{
    private readonly ConcurrentDictionary<AssemblyIdentity, PortableExecutableReference?> missing = [];
    private readonly ConcurrentDictionary<(string Reference, string? Base), ImmutableArray<PortableExecutableReference>> found = [];

    public override bool ResolveMissingAssemblies => files.ResolveMissingAssemblies;

    public override PortableExecutableReference? ResolveMissingAssembly(MetadataReference definition, AssemblyIdentity referenceIdentity) =>
        missing.GetOrAdd(referenceIdentity, identity => HostReferences.Named(identity.Name) ?? files.ResolveMissingAssembly(definition, identity));

    public override ImmutableArray<PortableExecutableReference> ResolveReference(string reference, string? baseFilePath, MetadataReferenceProperties properties) =>
        found.TryGetValue((reference, baseFilePath), out var known) ? known : Remember((reference, baseFilePath), Resolve(reference, baseFilePath, properties));

    private ImmutableArray<PortableExecutableReference> Resolve(string reference, string? baseFilePath, MetadataReferenceProperties properties)
    {
        if (PackageName.Read(reference) is not { } package)
            return HostReferences.Named(reference) is { } own ? [own.WithProperties(properties)]
                : [.. files.ResolveReference(reference, baseFilePath, properties).Select(found => found.FilePath is { } path ? FileReferences.Of(path).WithProperties(properties) : found)];
        packages.Bring([package]);
        // The compiler accepts only one assembly per directive, so packages are referenced through ScriptOptions instead.
        return [HostReferences.Of(typeof(object).Assembly).WithProperties(properties)];
    }

    private ImmutableArray<PortableExecutableReference> Remember((string, string?) key, ImmutableArray<PortableExecutableReference> references)
    {
        // A file that is missing now may exist for the next cell.
        if (references.Length > 0)
            found[key] = references;
        return references;
    }

    public override bool Equals(object? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => files.GetHashCode();
}
