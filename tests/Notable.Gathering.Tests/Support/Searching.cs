namespace Notable.Gathering.Tests.Support;

/// <summary>Searches without a network, a cache or a wait.</summary>
internal static class Searching
{
    public static SearchOptions Options(TimeProvider? time = null) => new()
    {
        UserAgent = UserAgent.Of("tests@example.org"), CacheFolder = null, Time = time ?? new InstantTime(),
    };

    public static async Task<List<FoundImage>> AllAsync(this IImageSource source, ImageQuery query)
    {
        List<FoundImage> found = [];
        await foreach (var image in source.SearchAsync(query, TestContext.Current.CancellationToken))
            found.Add(image);
        return found;
    }

    public static Task<SearchException> FailureAsync(this IImageSource source, string words) =>
        Assert.ThrowsAsync<SearchException>(() => source.AllAsync(new(words)));
}
