namespace Notable.Gathering;

/// <summary>A source of pictures that can be searched.</summary>
public interface IImageSource
{
    /// <summary>Its name in the list of sources.</summary>
    string Name { get; }

    /// <summary>Finds pictures, best first, in pages on demand; at most as many as the query allows.</summary>
    /// <param name="query">A search query.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <exception cref="SearchException">The source cannot be searched.</exception>
    IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, CancellationToken cancellation = default);
}
