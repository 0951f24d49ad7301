namespace Notable.Shared;

/// <summary>Finds the name that was probably meant by a misspelled one.</summary>
internal static class NearestName
{
    /// <summary>Returns the candidate with the fewest typing errors, at most one per three letters of the name; null if there is none.</summary>
    public static string? Of(string name, IEnumerable<string> candidates) => candidates
        .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(one => one.Distance <= Math.Max(1, name.Length / 3) && one.Distance < one.Name.Length)
        .OrderBy(one => one.Distance).ThenBy(one => Distance(name, one.Name)).ThenBy(one => one.Name, StringComparer.Ordinal)
        .Select(one => one.Name).FirstOrDefault();

    /// <summary>
    /// Returns the edit distance: letters added, removed, replaced or swapped with a neighbor (Damerau 1964, optimal string alignment).
    /// </summary>
    private static int Distance(string one, string other)
    {
        var costs = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            for (var j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    costs[i, j] = i + j;
                    continue;
                }
                costs[i, j] = Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
            }
        return costs[one.Length, other.Length];
    }
}
