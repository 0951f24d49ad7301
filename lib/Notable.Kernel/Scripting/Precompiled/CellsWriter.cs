using System.Reflection.Metadata;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Precompiled;

/// <summary>Writes compiled cells as assemblies. Only writing precompiled cells needs the compiler; loading them does not.</summary>
internal static class CellsWriter
{
    /// <summary>Writes the cells of a notebook.</summary>
    /// <param name="compiled">The notebook.</param>
    /// <param name="notebook">Its file.</param>
    /// <param name="folder">The folder to write to.</param>
    /// <returns>Names of the assemblies that the cells refer to, without those of the cells themselves.</returns>
    /// <exception cref="NotSupportedException">A cell cannot be written; the message says which and why.</exception>
    public static IReadOnlyList<string> Write(CompiledNotebook compiled, string notebook, string folder)
    {
        if (compiled.UsesKernels)
            throw new NotSupportedException("a cell names a package, a file or a kernel (#r, #load, Kernel), which is looked up when the notebook is compiled");
        Directory.CreateDirectory(folder);
        List<CellEntry> cells = [];
        HashSet<string> references = [], own = [];
        foreach (var cell in compiled.Cells)
        {
            List<PartEntry> parts = [];
            foreach (var part in cell.Parts)
                parts.Add(Write(part as ScriptPart ?? throw new NotSupportedException($"{cell.Place} has a magic command"), cell, folder, $"{own.Count + 1}.dll", references, own));
            cells.Add(new CellEntry(cell.Index, cell.Number, parts));
        }
        var manifest = new CellsManifest(CellsManifest.CurrentFormat, Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(notebook))), cells);
        File.WriteAllBytes(Path.Combine(folder, PrecompiledCells.Manifest), JsonSerializer.SerializeToUtf8Bytes(manifest, CellsManifestJson.Default.CellsManifest));
        references.ExceptWith(own);
        return [.. references.Order(StringComparer.Ordinal)];
    }

    private static PartEntry Write(ScriptPart part, CompiledCell cell, string folder, string file, HashSet<string> references, HashSet<string> own)
    {
        var compilation = part.Script.GetCompilation();
        if (compilation.References.Any(CellAssemblies.IsLibrary))
            throw new NotSupportedException($"{cell.Place} sees a namespace or extension method that a cell declares");
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        if (!emitted.Success)
            throw new InvalidOperationException($"{cell.Place} compiled before but not now: {emitted.Diagnostics.First(one => one.Severity == DiagnosticSeverity.Error)}");
        var bytes = image.ToArray();
        using (var assembly = AssemblyMetadata.CreateFromImage(bytes))
            references.UnionWith(References(assembly.GetModules()[0].GetMetadataReader(), part.Script.Options.Imports));
        own.Add(compilation.AssemblyName!);
        File.WriteAllBytes(Path.Combine(folder, file), bytes);
        var entry = compilation.GetEntryPoint(default) ?? throw new InvalidOperationException($"{cell.Place} has no entry point");
        return new PartEntry(file, entry.ContainingType.MetadataName, entry.MetadataName);
    }

    /// <summary>
    /// Returns the names of the assemblies that code refers to. The compiler also records each imported type for debuggers; imported types
    /// without a used member do not count.
    /// </summary>
    private static IEnumerable<string> References(MetadataReader code, IReadOnlyCollection<string> imports)
    {
        var used = code.MemberReferences.Select(handle => code.GetMemberReference(handle).Parent).ToHashSet();
        foreach (var handle in code.TypeReferences)
        {
            var type = code.GetTypeReference(handle);
            var isImport = imports.Contains($"{code.GetString(type.Namespace)}.{code.GetString(type.Name)}");
            if (type.ResolutionScope.Kind == HandleKind.AssemblyReference && (!isImport || used.Contains(handle)))
                yield return code.GetString(code.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
        }
    }
}
