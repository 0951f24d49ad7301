namespace Notable.Widgets;

/// <summary>What a front end may set as tags.</summary>
internal static class Tags
{
    /// <summary>Whether each is one of those that are allowed (an empty list allows all), and none is there twice where that is not.</summary>
    public static bool AreAllowed<T>(IReadOnlyList<T> tags, IReadOnlyList<T> allowed, bool allowsDuplicates) =>
        (allowed.Count == 0 || tags.All(allowed.Contains)) && (allowsDuplicates || tags.Distinct().Count() == tags.Count);
}
