using System.Text.RegularExpressions;

namespace Notable.Kernel.Notebooks;

/// <summary>Creates cell ids, which nbformat 4.5 requires.</summary>
internal static partial class CellIds
{
    public static string New() => Guid.NewGuid().ToString("n")[..8];

    public static bool IsValid(string id) => Pattern().IsMatch(id);

    /// <summary>Gives each cell without a valid, unique id one that depends on its position, so that it is the same at each reading.</summary>
    public static void Complete(IEnumerable<NotebookCell> cells)
    {
        HashSet<string> taken = [];
        var place = 0;
        foreach (var cell in cells)
        {
            place++;
            if (!IsValid(cell.Id) || taken.Contains(cell.Id))
                cell.Id = Enumerable.Range(0, int.MaxValue)
                    .Select(attempt => attempt == 0 ? $"cell-{place}" : $"cell-{place}-{attempt}")
                    .First(id => !taken.Contains(id));
            taken.Add(cell.Id);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,64}$")]
    private static partial Regex Pattern();
}
