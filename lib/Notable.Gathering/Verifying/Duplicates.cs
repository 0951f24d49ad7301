namespace Notable.Gathering;

/// <summary>Finds files that show the same picture.</summary>
internal static class Duplicates
{
    /// <summary>Marks all files of each group but the one to keep, and returns the groups, starting with the one to keep.</summary>
    /// <param name="files">The inspected files.</param>
    /// <param name="nearDuplicateBits">See <see cref="VerifyOptions.NearDuplicateBits"/>.</param>
    /// <param name="createThumbnails">Returns the thumbnails of some files, in their order; null for a file that can no longer be read.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Mark(IReadOnlyList<InspectedFile> files, int nearDuplicateBits,
        Func<IReadOnlyList<InspectedFile>, IReadOnlyList<ComparisonThumbnail?>> createThumbnails)
    {
        var groups = new Dictionary<InspectedFile, List<string>>(ReferenceEqualityComparer.Instance);
        foreach (var same in files.Where(file => file is { Sha256: not null, Bytes: > 0 }).GroupBy(file => file.Sha256).Where(same => same.Count() > 1))
        {
            // A link is treated as the copy of the file it leads to; otherwise it would lead nowhere.
            InspectedFile[] kept = [.. same.OrderBy(file => file.IsLink)];
            foreach (var copy in kept.Skip(1))
                Add(kept[0], copy, new(ProblemKind.Duplicate, $"has the same content as {kept[0].File}"));
        }
        var near = new NearDuplicates([.. files.Where(file => file.Hash is not null && file.Problems.All(problem => problem.Kind != ProblemKind.Duplicate))],
            nearDuplicateBits, createThumbnails);
        near.Mark(Add);
        return [.. groups.OrderBy(group => group.Key.File, StringComparer.Ordinal).Select(group => group.Value)];

        void Add(InspectedFile kept, InspectedFile copy, Problem problem)
        {
            copy.Problems.Add(problem);
            if (!groups.TryGetValue(kept, out var group))
                groups.Add(kept, group = [kept.File]);
            group.Add(copy.File);
            // Copies of a file that turns out to be a copy itself are moved to the group of the one to keep.
            if (groups.Remove(copy, out var inner))
                group.AddRange(inner.Skip(1));
        }
    }
}
