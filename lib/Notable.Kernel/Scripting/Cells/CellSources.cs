namespace Notable.Kernel.Scripting.Cells;

/// <summary>The text of each compiled cell, by the name that errors use for it.</summary>
internal sealed class CellSources
{
    private readonly Dictionary<string, string> texts = [];

    public void Add(string place, string text) => texts[place] = text;

    /// <summary>Returns the cell that a file name in debug information refers to: the compiler prepends a folder to the cell's name.</summary>
    public string? PlaceOf(string? file) => file is null ? null
        : texts.ContainsKey(file) ? file
        : Path.GetFileName(file) is var name && texts.ContainsKey(name) ? name
        : null;

    /// <summary>Returns a line by its number, from 1; empty if there is none.</summary>
    public string Line(string place, int number) => texts[place].Split('\n').ElementAtOrDefault(number - 1) ?? "";
}
