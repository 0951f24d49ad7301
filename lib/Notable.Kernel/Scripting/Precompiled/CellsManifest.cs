using System.Text.Json.Serialization;

namespace Notable.Kernel.Scripting.Precompiled;

/// <summary>The content of <c>cells.json</c> in a folder of precompiled cells.</summary>
/// <param name="Format">The version of this format.</param>
/// <param name="Notebook">The SHA-256 of the notebook's file, as hexadecimal digits.</param>
/// <param name="Cells">The code cells in order.</param>
internal sealed record CellsManifest(int Format, string Notebook, IReadOnlyList<CellEntry> Cells)
{
    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentFormat = 1;
}

/// <summary>A compiled cell.</summary>
/// <param name="Index">The index of the cell among all cells of the notebook.</param>
/// <param name="Number">Its number among the code cells, from 1.</param>
/// <param name="Parts">Its pieces in order.</param>
internal sealed record CellEntry(int Index, int Number, IReadOnlyList<PartEntry> Parts);

/// <summary>A compiled piece of a cell.</summary>
/// <param name="File">The assembly's file, beside the manifest.</param>
/// <param name="Type">The type that holds its entry point.</param>
/// <param name="Method">The entry point: static, takes the submissions so far and returns a <c>Task&lt;object&gt;</c>.</param>
internal sealed record PartEntry(string File, string Type, string Method);

[JsonSerializable(typeof(CellsManifest))]
[JsonSourceGenerationOptions(WriteIndented = true)]
internal sealed partial class CellsManifestJson : JsonSerializerContext;
