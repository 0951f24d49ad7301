namespace Notable.Gathering;

/// <summary>A source of pictures that can be searched.</summary>
public interface IImageSource
{
    /// <summary>Its name, as it is written into the list of sources.</summary>
    string Name { get; }

    /// <summary>Finds pictures, best first, page by page as they are asked for; at most as many as the query wants.</summary>
    /// <param name="query">A search query.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="SearchException">The source cannot be searched.</exception>
    IAsyncEnumerable<FoundImage> SearchAsync(ImageQuery query, CancellationToken cancellation = default);
}
