namespace Notable.Gathering;

/// <summary>Finds files that show the same picture.</summary>
internal static class Copies
{
    /// <summary>Marks every file but the one to keep of each group, and returns the groups: the one to keep first.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Mark(IReadOnlyList<Inspection> files, int nearDuplicateBits)
    {
        var groups = new Dictionary<Inspection, List<string>>(ReferenceEqualityComparer.Instance);
        foreach (var same in files.Where(file => file is { Sha256: not null, Bytes: > 0 }).GroupBy(file => file.Sha256).Where(same => same.Count() > 1))
            foreach (var copy in same.Skip(1))
                Add(same.First(), copy, new(ProblemKind.Duplicate, $"holds the same bytes as {same.First().File}"));
        MarkNear([.. files.Where(file => file.Hash is not null && file.Problems.All(problem => problem.Kind != ProblemKind.Duplicate))],
            nearDuplicateBits, Add);
        return [.. groups.OrderBy(group => group.Key.File, StringComparer.Ordinal).Select(group => group.Value)];

        void Add(Inspection kept, Inspection copy, Problem problem)
        {
            copy.Problems.Add(problem);
            if (!groups.TryGetValue(kept, out var group))
                groups.Add(kept, group = [kept.File]);
            group.Add(copy.File);
            // Copies of a file that turns out to be a copy itself move to the group of the one that is kept.
            if (groups.Remove(copy, out var inner))
                group.AddRange(inner.Skip(1));
        }
    }

    /// <summary>
    /// The largest of a group is kept, and every copy is close to that one: likeness is not passed on from copy to copy, or a
    /// long chain of slightly different photos would end up as one.
    /// </summary>
    private static void MarkNear(List<Inspection> files, int bits, Action<Inspection, Inspection, Problem> add)
    {
        List<(PerceptualHash Hash, Inspection File)> kept = [];
        foreach (var file in files.OrderByDescending(file => file.Pixels).ThenByDescending(file => file.Bytes).ThenBy(file => file.File, StringComparer.Ordinal))
        {
            var hash = file.Hash!.Value;
            var (original, distance) = Closest(kept, hash);
            if (distance <= bits)
                add(original!, file, new(ProblemKind.NearDuplicate, $"shows the same picture as {original!.File}, which is larger or finer ({distance} of 256 bits differ)"));
            else
                kept.Add((hash, file));
        }
    }

    private static (Inspection? File, int Distance) Closest(List<(PerceptualHash Hash, Inspection File)> kept, in PerceptualHash hash)
    {
        var (closest, least) = ((Inspection?)null, int.MaxValue);
        foreach (var (other, file) in kept)
            if (hash.DistanceTo(other) is var distance && distance < least)
                (closest, least) = (file, distance);
        return (closest, least);
    }
}
