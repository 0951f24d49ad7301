using System.IO.Enumeration;

namespace Notable.Kernel.Jupyter;

/// <summary>A cell that has run.</summary>
/// <param name="Line">Its number.</param>
/// <param name="Input">Its text.</param>
/// <param name="Output">Its value as text; null if it has none.</param>
internal sealed record HistoryEntry(int Line, string Input, string? Output);

/// <summary>The cells of this kernel that have run, the newest 10,000.</summary>
internal sealed class InputHistory
{
    private const int Most = 10_000;
    private readonly List<HistoryEntry> entries = [];

    public void Add(HistoryEntry entry)
    {
        if (entries.Count == Most)
            entries.RemoveAt(0);
        entries.Add(entry);
    }

    /// <summary>Returns the newest entries.</summary>
    public IEnumerable<HistoryEntry> Tail(int count) => entries.TakeLast(count);

    /// <summary>Returns the entries from a number up to another, which is excluded; to the end if it is null.</summary>
    public IEnumerable<HistoryEntry> Range(int start, int? stop) =>
        entries.Where(entry => entry.Line >= start && (stop is null || entry.Line < stop));

    /// <summary>Returns the newest entries whose text matches a pattern with <c>*</c> and <c>?</c>.</summary>
    public IEnumerable<HistoryEntry> Search(string pattern, int? count, bool isUnique)
    {
        var found = entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, entry.Input, ignoreCase: false));
        if (isUnique)
            found = found.Reverse().DistinctBy(entry => entry.Input).Reverse();
        return count is { } most ? found.TakeLast(most) : found;
    }
}
