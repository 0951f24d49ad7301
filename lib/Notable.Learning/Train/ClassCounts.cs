namespace Notable.Learning;

/// <summary>Counts of one class: correct predictions, all predictions of it, and items of it.</summary>
/// <param name="Right">Items of the class predicted as it (true positives).</param>
/// <param name="Answers">Items predicted as the class.</param>
/// <param name="Support">Items of the class.</param>
internal readonly record struct ClassCounts(int Right, int Answers, int Support)
{
    /// <summary>The fraction of predictions of the class that are correct; 0 if nothing was predicted as the class, as in scikit-learn.</summary>
    public double Precision => Answers == 0 ? 0 : (double)Right / Answers;

    /// <summary>The fraction of items of the class that are predicted as it; 0 if no item is of the class.</summary>
    public double Recall => Support == 0 ? 0 : (double)Right / Support;

    /// <summary>The harmonic mean of precision and recall, 0 to 1; 0 if both are 0.</summary>
    public double F1 => Answers + Support == 0 ? 0 : 2.0 * Right / (Answers + Support);

    /// <summary>The counts of each class.</summary>
    public static ClassCounts[] Of(int classes, IReadOnlyList<(int Target, int Answer)> items)
    {
        var (right, answers, support) = (new int[classes], new int[classes], new int[classes]);
        foreach (var (target, answer) in items)
        {
            support[target]++;
            answers[answer]++;
            if (target == answer)
                right[target]++;
        }
        return [.. Enumerable.Range(0, classes).Select(c => new ClassCounts(right[c], answers[c], support[c]))];
    }
}
