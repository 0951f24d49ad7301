namespace Notable.Gathering;

/// <summary>The sources by name: what <c>--source</c> means.</summary>
public static class ImageSources
{
    /// <summary>The names of the services.</summary>
    public static IReadOnlyList<string> Names { get; } = ["openverse", "commons", "brave", "bing"];

    /// <summary>Openverse and Wikimedia Commons together: free licenses, no key.</summary>
    /// <param name="options">How to ask; null for the defaults.</param>
    public static IImageSource Default(SearchOptions? options = null) => new CombinedSource(new OpenverseSource(options), new CommonsSource(options));

    /// <summary>A source by name.</summary>
    /// <param name="name">One of <see cref="Names"/>, a folder, or a <c>.csv</c> file of addresses.</param>
    /// <param name="endpoint">Where the service is, in place of its own address; Bing's shape wants one.</param>
    /// <param name="options">How to ask; null for the defaults.</param>
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
