using Notable.Display;

namespace Notable.Gathering;

/// <summary>Searching, for those who want the whole list.</summary>
public static class ImageSearch
{
    /// <summary>All that a source finds, with a progress bar.</summary>
    /// <param name="source">Where to search.</param>
    /// <param name="query">What to look for, and how many at most.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="SearchException">The source cannot be searched.</exception>
    public static async Task<IReadOnlyList<FoundImage>> FindAsync(this IImageSource source, ImageQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(query);
        List<FoundImage> found = [];
        using var bar = new ProgressBar("search", 0);
        await foreach (var image in source.SearchAsync(query, cancellation).ConfigureAwait(false))
        {
            found.Add(image);
            bar.Report(found.Count, "found");
        }
        return found;
    }
}
