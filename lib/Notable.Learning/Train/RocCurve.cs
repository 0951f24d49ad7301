namespace Notable.Learning;

/// <summary>Measures how well a score separates two kinds.</summary>
public static class RocCurve
{
    /// <summary>
    /// Returns the area under the ROC curve: the probability that a positive scores higher than a negative, with ties counting half (the
    /// Mann-Whitney statistic). NaN if one kind is missing.
    /// </summary>
    /// <param name="scores">One score per item.</param>
    /// <param name="isPositive">Whether each item is positive.</param>
    public static double Area(IReadOnlyList<double> scores, IReadOnlyList<bool> isPositive)
    {
        if (scores.Count != isPositive.Count)
            throw new ArgumentException($"expected one kind per score; found {scores.Count} scores and {isPositive.Count} kinds");
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
