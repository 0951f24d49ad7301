namespace Notable;

/// <summary>Divides a list into pages.</summary>
internal sealed class CleanerPages(int size)
{
    private IReadOnlyList<CleanerPicture> all = [];

    /// <summary>The current page, from 0.</summary>
    public int Page { get; private set; }

    /// <summary>The number of pages; at least one.</summary>
    public int Count => Math.Max(1, (all.Count + size - 1) / size);

    /// <summary>The pictures on the page.</summary>
    public IReadOnlyList<CleanerPicture> Shown => [.. all.Skip(Page * size).Take(size)];

    /// <summary>The position of the page, as text.</summary>
    public string Text => all.Count == 0 ? "none" : $"{Page * size + 1} to {Math.Min((Page + 1) * size, all.Count)} of {all.Count}";

    /// <summary>Replaces the list and stays on the page if it still exists.</summary>
    public void Take(IReadOnlyList<CleanerPicture> list, int page)
    {
        all = list;
        Page = Math.Clamp(page, 0, Count - 1);
    }
}
