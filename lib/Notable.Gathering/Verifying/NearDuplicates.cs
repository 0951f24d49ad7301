namespace Notable.Gathering;

/// <summary>
/// Finds the same picture in other sizes and with other compression. Hashes of 256 bits find candidates; a detailed comparison of these
/// decides, because hashes do not distinguish colors, a check mark in a form, or which dark shape is on white paper.
/// </summary>
internal sealed class NearDuplicates
{
    private readonly List<InspectedFile> files;
    private readonly int bits;
    private readonly Dictionary<InspectedFile, ComparisonThumbnail?> thumbnails = new(ReferenceEqualityComparer.Instance);

    public NearDuplicates(IEnumerable<InspectedFile> files, int bits, Func<IReadOnlyList<InspectedFile>, IReadOnlyList<ComparisonThumbnail?>> createThumbnails)
    {
        this.bits = bits;
        this.files = [.. files.OrderByDescending(file => file.Pixels).ThenByDescending(file => file.Bytes)
            .ThenBy(file => file.IsLink).ThenBy(file => file.File, StringComparer.Ordinal)];
        var alike = Candidates();
        foreach (var (file, thumbnail) in alike.Zip(createThumbnails(alike)))
            thumbnails.Add(file, thumbnail);
    }

    /// <summary>
    /// Marks the copies. The largest of a group is kept, and every copy is similar to that one: similarity is not transitive here, since a long
    /// chain of slightly different photos would otherwise become one group. A copy in another class is only a remark: which class is wrong is
    /// unknown, and whole classes may look alike.
    /// </summary>
    public void Mark(Action<InspectedFile, InspectedFile, Problem> add)
    {
        List<InspectedFile> kept = [];
        foreach (var file in files)
        {
            var (original, distance) = Closest(kept, file, sameClass: true);
            if (original is not null)
            {
                add(original, file, new(ProblemKind.NearDuplicate, $"shows the same picture as {original.File}, which is larger or finer ({distance} of 256 bits differ)"));
                continue;
            }
            (original, distance) = Closest(kept, file, sameClass: false);
            if (original is not null)
                file.Problems.Add(new(ProblemKind.InAnotherClass, $"shows the same picture as {original.File} in another folder ({distance} of 256 bits differ); is it of both classes?"));
            kept.Add(file);
        }
    }

    private (InspectedFile? File, int Distance) Closest(List<InspectedFile> kept, InspectedFile file, bool sameClass)
    {
        if (!thumbnails.TryGetValue(file, out var thumbnail) || thumbnail is null)
            return (null, 0);
        var (closest, least) = ((InspectedFile?)null, bits + 1);
        foreach (var other in kept)
            if (ClassOf(other) == ClassOf(file) == sameClass && other.Hash!.Value.DistanceTo(file.Hash!.Value) is var distance && distance < least
                && thumbnails.GetValueOrDefault(other) is { } theirs && theirs.Matches(thumbnail))
                (closest, least) = (other, distance);
        return (closest, least);
    }

    /// <summary>Returns the files whose hash is similar to another's.</summary>
    private List<InspectedFile> Candidates()
    {
        var alike = new bool[files.Count];
        for (var i = 0; i < files.Count; i++)
            for (var j = 0; j < i; j++)
                if (files[i].Hash!.Value.DistanceTo(files[j].Hash!.Value) <= bits)
                    alike[i] = alike[j] = true;
        return [.. files.Where((_, i) => alike[i])];
    }

    private static string ClassOf(InspectedFile file) => Path.GetDirectoryName(file.File) ?? "";
}
