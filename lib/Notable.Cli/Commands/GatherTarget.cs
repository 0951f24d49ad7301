using Notable.Gathering;

namespace Notable.Cli.Commands;

/// <summary>One search and the folder its pictures go to.</summary>
internal sealed record GatherTarget(string Words, string Folder)
{
    /// <summary>Returns the errors in the queries.</summary>
    public static IEnumerable<string> Errors(string[] queries, string? source)
    {
        var isService = source is null || ImageSources.Names.Contains(source);
        if (queries.Length == 0 && isService)
            yield return "gather needs a query: what to search for";
        if (queries.Length > 1 && !isService)
            yield return $"'{source}' is one set of pictures: give one query, which names it, or none";
        foreach (var query in queries)
            if (Split(query) is var (name, words) && (words.Length == 0 || name is "" or "." or ".." || name.AsSpan().IndexOfAny('/', '\\', '\0') >= 0))
                yield return $"'{query}' is not a query; expected words, or NAME=words where NAME can be a folder's name";
    }

    /// <summary>Returns the searches. The pictures of a single query without a name go to the folder itself.</summary>
    public static IReadOnlyList<GatherTarget> Of(string[] queries, string? source, string folder)
    {
        if (queries.Length == 0)
            return [new(Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(source!)), folder)];
        return [.. queries.Select(query => Split(query) is var (name, words) && (name != words || queries.Length > 1)
            ? new GatherTarget(words, Path.Combine(folder, name)) : new(query.Trim(), folder))];
    }

    /// <summary>Splits "usd50=50 dollar bill" into name and words. Without a name, the words are the name.</summary>
    private static (string Name, string Words) Split(string query)
    {
        var at = query.IndexOf('=');
        return at < 0 ? (query.Trim(), query.Trim()) : (query[..at].Trim(), query[(at + 1)..].Trim());
    }
}
