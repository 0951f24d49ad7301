namespace Notable.Learning;

/// <summary>How well a score tells two kinds apart.</summary>
public static class RocCurve
{
    /// <summary>
    /// The area under the ROC curve: the probability that a positive scores higher than a negative, ties counting half (the
    /// Mann-Whitney statistic). Not a number where one kind is missing.
    /// </summary>
    /// <param name="scores">A score an item.</param>
    /// <param name="isPositive">Its kind.</param>
    public static double Area(IReadOnlyList<double> scores, IReadOnlyList<bool> isPositive)
    {
        if (scores.Count != isPositive.Count)
            throw new ArgumentException($"expected a kind a score, found {scores.Count} scores and {isPositive.Count} kinds");
        double positives = isPositive.Count(kind => kind), negatives = isPositive.Count - positives;
        double below = 0, area = 0;
        foreach (var tie in Enumerable.Range(0, scores.Count).GroupBy(i => scores[i]).OrderBy(group => group.Key))
        {
            double up = tie.Count(i => isPositive[i]), down = tie.Count() - up;
            area += up * (below + down / 2);
            below += down;
        }
        return positives == 0 || negatives == 0 ? double.NaN : area / (positives * negatives);
    }
}
