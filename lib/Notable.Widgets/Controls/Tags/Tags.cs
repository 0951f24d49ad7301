namespace Notable.Widgets;

/// <summary>Checks the tags that a front end sets.</summary>
internal static class Tags
{
    /// <summary>Returns whether all tags are allowed (an empty list allows all) and, if required, unique.</summary>
    public static bool AreAllowed<T>(IReadOnlyList<T> tags, IReadOnlyList<T> allowed, bool allowsDuplicates) =>
        (allowed.Count == 0 || tags.All(allowed.Contains)) && (allowsDuplicates || tags.Distinct().Count() == tags.Count);
}
