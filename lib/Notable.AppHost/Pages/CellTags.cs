using Notable.Kernel.Notebooks;

namespace Notable.AppHost.Pages;

/// <summary>What a cell's tags hide from the page, with the tag names of Voilà, nbconvert and Jupyter Book. The cell still runs.</summary>
/// <param name="IsHidden">Whether nothing of the cell is shown.</param>
/// <param name="HidesOutput">Whether the cell's output is hidden. Its errors are still shown.</param>
internal readonly record struct CellTags(bool IsHidden, bool HidesOutput)
{
    private static readonly string[] hidden = ["hide", "hide-cell", "hide_cell", "remove-cell", "remove_cell"];
    private static readonly string[] silent = ["hide-output", "hide_output", "remove-output", "remove_output"];

    public static CellTags Of(NotebookCell cell) => new(cell.Tags.Any(hidden.Contains), cell.Tags.Any(silent.Contains));
}
