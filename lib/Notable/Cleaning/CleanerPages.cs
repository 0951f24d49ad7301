namespace Notable;

/// <summary>A list, a page at a time.</summary>
internal sealed class CleanerPages(int size)
{
    private IReadOnlyList<CleanerPicture> all = [];

    /// <summary>The page, from 0.</summary>
    public int Page { get; private set; }

    /// <summary>How many pages there are; one where there is nothing.</summary>
    public int Count => Math.Max(1, (all.Count + size - 1) / size);

    /// <summary>What is on the page.</summary>
    public IReadOnlyList<CleanerPicture> Shown => [.. all.Skip(Page * size).Take(size)];

    /// <summary>Where the page is, for people.</summary>
    public string Text => all.Count == 0 ? "none" : $"{Page * size + 1} to {Math.Min((Page + 1) * size, all.Count)} of {all.Count}";

    /// <summary>Takes another list, or the same after some have gone, and stays on the page where that is possible.</summary>
    public void Take(IReadOnlyList<CleanerPicture> list, int page)
    {
        all = list;
        Page = Math.Clamp(page, 0, Count - 1);
    }
}
