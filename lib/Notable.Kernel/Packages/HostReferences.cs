using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Reflection;
using System.Reflection.PortableExecutable;
using System.Reflection.Metadata;
using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Packages;

/// <summary>
/// References to the assemblies that .NET and this program consist of. Their metadata is read where it lies in memory or in the file:
/// these files never change while the process lives. The compiler's own references hold a copy of each file (measured: 65 MB).
/// </summary>
internal static class HostReferences
{
    private static readonly ConcurrentDictionary<string, PortableExecutableReference> known = [];

    private static readonly IReadOnlyDictionary<string, string> platform =
        (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(path => Path.GetFileNameWithoutExtension(path)).ToDictionary(files => files.Key, files => files.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The reference to an assembly that is loaded from a file.</summary>
    /// <exception cref="NotSupportedException">It is not: the program is published as a single file, say.</exception>
    public static PortableExecutableReference Of(Assembly assembly) => assembly.Location.Length > 0
        ? known.GetOrAdd(assembly.Location, path => Read(path, assembly))
        : throw new NotSupportedException($"{assembly.GetName().Name} is not loaded from a file of its own, so cells cannot use it");

    /// <summary>The reference to one by its simple name, as <c>System.Linq</c>; null where .NET would not find it without being told where.</summary>
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

    /// <summary>The metadata of a file where it lies on the disk: only what the compiler looks at is in memory.</summary>
    private static unsafe ModuleMetadata Map(string path)
    {
        var file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        var view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        // Never released: the references are used as long as the process lives.
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        using var headers = new PEReader(start, checked((int)view.Capacity));
        var (offset, size) = (headers.PEHeaders.MetadataStartOffset, headers.PEHeaders.MetadataSize);
        return ModuleMetadata.CreateFromMetadata((nint)(start + offset), size);
    }
}
