using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Packages;

/// <summary>
/// Creates references to the assemblies of .NET and of this program. Their metadata is used in place, from memory or from the mapped file,
/// since these files do not change while the process runs. The compiler's own references copy each file (measured: 65 MB).
/// </summary>
internal static class HostReferences
{
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> known = [];

    private static readonly IReadOnlyDictionary<string, string> platform =
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path)).ToDictionary(files => files.Key, files => files.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the reference to a loaded assembly.</summary>
    /// <exception cref="NotSupportedException">
    /// The assembly is not loaded from a file, for example because the program is published as a single file.
    /// </exception>
    public static PortableExecutableReference Of(Assembly assembly) => assembly.Location.Length > 0
        ? known.GetOrAdd(assembly.Location, path => Read(path, assembly))
        : throw new NotSupportedException($"{assembly.GetName().Name} is not loaded from its own file, so cells cannot use it");

    /// <summary>Returns the reference to an assembly by its simple name, such as <c>System.Linq</c>; null if .NET does not find it by name.</summary>
    public static PortableExecutableReference? Named(string name) => platform.TryGetValue(name, out var path)
        ? known.GetOrAdd(path, path => Read(path, AppDomain.CurrentDomain.GetAssemblies().FirstOrDefault(one => !one.IsDynamic && one.Location == path)))
        : null;

    /// <summary>References to every managed assembly of .NET's shared framework.</summary>
    public static IReadOnlyList<PortableExecutableReference> Framework => framework.Value;

    private static readonly Lazy<IReadOnlyList<PortableExecutableReference>> framework = new(() =>
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var loaded = AppDomain.CurrentDomain.GetAssemblies().Where(one => !one.IsDynamic && one.Location.Length > 0).DistinctBy(one => one.Location).ToDictionary(one => one.Location);
        return [.. platform.Values.Where(path => Path.GetDirectoryName(path) == folder).Select(path => known.GetOrAdd(path, path => Read(path, loaded.GetValueOrDefault(path))))];
    });

    private static unsafe PortableExecutableReference Read(string path, Assembly? loaded)
    {
        var module = loaded is not null && loaded.TryGetRawMetadata(out var blob, out var length)
            ? ModuleMetadata.CreateFromMetadata((nint)blob, length)
            : Map(path);
        return AssemblyMetadata.Create(module).GetReference(filePath: path);
    }

    /// <summary>Maps the metadata of a file, so that only the parts that the compiler reads are in memory.</summary>
    private static unsafe ModuleMetadata Map(string path)
    {
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        // Never released: the references are used until the process ends.
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        using var headers = new PEReader(start, checked((int)view.Capacity));
        var (offset, size) = (headers.PEHeaders.MetadataStartOffset, headers.PEHeaders.MetadataSize);
        return ModuleMetadata.CreateFromMetadata((nint)(start + offset), size);
    }
}
