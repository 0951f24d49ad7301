using Notable.Display;

namespace Notable.Gathering;

/// <summary>Extension methods for image sources.</summary>
public static class ImageSearch
{
    /// <summary>Returns everything a source finds, as a list. Shows a progress bar.</summary>
    /// <param name="source">The source.</param>
    /// <param name="query">The search text and the maximum number of pictures.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="SearchException">The source cannot be searched.</exception>
    public static async Task<IReadOnlyList<FoundImage>> FindAsync(this IImageSource source, ImageQuery query, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(query);
        List<FoundImage> found = [];
        using var bar = new ProgressBar("pictures found", 0);
        await foreach (var image in source.SearchAsync(query, cancellation).ConfigureAwait(false))
        {
            found.Add(image);
            bar.Report(found.Count);
        }
        return found;
    }
}
