using System.Reflection;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text.Json;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Precompiled;

/// <summary>
/// The precompiled cells of a notebook: a folder of assemblies beside the notebook's file. A program that serves such a notebook
/// does not need the compiler.
/// </summary>
public static class PrecompiledCells
{
    internal const string Manifest = "cells.json";

    /// <summary>Returns the folder of a notebook's compiled cells: <c>app.ipynb.cells</c> for <c>app.ipynb</c>.</summary>
    public static string FolderOf(string notebook) => $"{notebook}.cells";

    /// <summary>Returns whether a notebook's file has compiled cells beside it, current or not.</summary>
    public static bool Exist(string notebook) => File.Exists(Path.Combine(FolderOf(notebook), Manifest));

    /// <summary>Returns whether this program has the C# compiler, which a published app may lack.</summary>
    public static bool CanCompile => File.Exists(Path.Combine(AppContext.BaseDirectory, "Microsoft.CodeAnalysis.CSharp.dll"));

    /// <summary>Writes the compiled cells of a notebook.</summary>
    /// <param name="compiled">The notebook, compiled from its file without parameters.</param>
    /// <param name="notebook">Its file.</param>
    /// <param name="folder">The folder to write to; created if it does not exist.</param>
    /// <returns>Simple names of the assemblies that the cells refer to.</returns>
    /// <exception cref="NotSupportedException">
    /// A cell cannot be precompiled: it has a magic command, loads a package or file, uses its kernel, or declares a namespace or
    /// extension method. The message says which.
    /// </exception>
    public static IReadOnlyList<string> Write(CompiledNotebook compiled, string notebook, string folder)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        return CellsWriter.Write(compiled, notebook, folder);
    }

    /// <summary>Loads the compiled cells of a notebook.</summary>
    /// <param name="notebook">The notebook's file.</param>
    /// <returns>The notebook, or null if there are no compiled cells or the file has changed since.</returns>
    /// <exception cref="InvalidDataException">The folder of compiled cells is damaged.</exception>
    /// <exception cref="NotebookFormatException">The file is not a C# notebook.</exception>
    public static CompiledNotebook? Load(string notebook)
    {
        if (!Exist(notebook))
            return null;
        var folder = Path.GetFullPath(FolderOf(notebook));
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, Manifest)), CellsManifestJson.Default.CellsManifest);
            if (manifest is not { Format: CellsManifest.CurrentFormat, Cells: not null }
                || manifest.Notebook != Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(notebook))))
                return null;
            return Load(Notebook.Open(notebook), manifest, folder);
        }
        catch (Exception damaged) when (damaged is JsonException or BadImageFormatException or FileNotFoundException or FileLoadException or ArgumentException or TypeLoadException or NullReferenceException)
        {
            throw new InvalidDataException($"{folder} is damaged: {damaged.Message} Publish the notebook again.", damaged);
        }
    }

    private static CompiledNotebook Load(Notebook notebook, CellsManifest manifest, string folder)
    {
        var context = new CellsLoadContext(folder);
        var sources = new CellSources();
        List<CompiledCell> cells = [];
        foreach (var entry in manifest.Cells)
        {
            var cell = notebook.Cells[entry.Index];
            cells.Add(new CompiledCell(entry.Index, entry.Number, cell, [.. entry.Parts.Select(part => new LoadedPart(context.EntryPoint(part)))]));
            sources.Add(CompiledCell.PlaceOf(entry.Number), cell.Source);
        }
        return CompiledNotebook.Of(notebook, cells, sources);
    }

    /// <summary>Loads the cells, which refer to each other, from their folder, and everything else from the program.</summary>
    private sealed class CellsLoadContext(string folder) : AssemblyLoadContext("Notable cells")
    {
        private readonly Dictionary<string, Assembly> loaded = [];

        public Func<object?[], Task<object>> EntryPoint(PartEntry part)
        {
            var assembly = LoadFromAssemblyPath(Path.Combine(folder, Path.GetFileName(part.File)));
            loaded[assembly.FullName!] = assembly;
            var method = assembly.GetType(part.Type, throwOnError: true)!.GetMethod(part.Method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
                ?? throw new ArgumentException($"{part.File} has no method {part.Method}.");
            return method.CreateDelegate<Func<object?[], Task<object>>>();
        }

        protected override Assembly? Load(AssemblyName assemblyName) => loaded.GetValueOrDefault(assemblyName.FullName);
    }
}
