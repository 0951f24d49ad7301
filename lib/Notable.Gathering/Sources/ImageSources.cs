namespace Notable.Gathering;

/// <summary>Finds image sources by name, as in <c>--source</c>.</summary>
public static class ImageSources
{
    /// <summary>The names of the services.</summary>
    public static IReadOnlyList<string> Names { get; } = ["openverse", "commons", "brave", "bing"];

    /// <summary>Openverse and Wikimedia Commons combined: free licenses, no API key.</summary>
    /// <param name="options">Search options; null for the defaults.</param>
    public static IImageSource Default(SearchOptions? options = null) => new CombinedSource(new OpenverseSource(options), new CommonsSource(options));

    /// <summary>Returns a source by name.</summary>
    /// <param name="name">One of <see cref="Names"/>, a folder, or a <c>.csv</c> file of addresses.</param>
    /// <param name="endpoint">Address of the service, if not the default; required for Bing-compatible services.</param>
    /// <param name="options">Search options; null for the defaults.</param>
    /// <exception cref="SearchException">There is no such source.</exception>
    public static IImageSource Find(string name, Uri? endpoint = null, SearchOptions? options = null) => name switch
    {
        "openverse" => endpoint is null ? new OpenverseSource(options) : new OpenverseSource(options) { BaseAddress = endpoint },
        "commons" => endpoint is null ? new CommonsSource(options) : new CommonsSource(options) { BaseAddress = endpoint },
        "brave" => endpoint is null ? new BraveSource(null, options) : new BraveSource(null, options) { BaseAddress = endpoint },
        "bing" => new BingSource(endpoint, null, options),
        _ when Directory.Exists(name) => new FolderSource(name),
        _ when File.Exists(name) && Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase) => new CsvSource(name),
        _ => throw new SearchException($"there is no source '{name}'; expected {string.Join(", ", Names)}, a folder, or a .csv file of addresses"),
    };
}
