namespace Notable.Kernel.Scripting;

/// <summary>The text of every cell that was compiled, by the name that errors call it.</summary>
internal sealed class CellSources
{
    private readonly Dictionary<string, string> texts = [];

    public void Add(string place, string text) => texts[place] = text;

    /// <summary>The place that a file of debug information means: the compiler puts a folder in front of a cell's name.</summary>
    public string? PlaceOf(string? file) => file is null ? null
        : texts.ContainsKey(file) ? file
        : Path.GetFileName(file) is var name && texts.ContainsKey(name) ? name
        : null;

    /// <summary>A line, from 1; empty where there is none.</summary>
    public string Line(string place, int number) => texts[place].Split('\n').ElementAtOrDefault(number - 1) ?? "";
}
