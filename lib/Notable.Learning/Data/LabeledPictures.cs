namespace Notable.Learning;

/// <summary>The readable pictures of a data set with their classes and halves; negatives stand behind those of a class.</summary>
/// <param name="Pictures">All of them.</param>
/// <param name="Labels">The answer of each: a place in the vocabulary, or the place behind its end for "neither".</param>
/// <param name="Vocab">The classes.</param>
/// <param name="Split">The halves.</param>
/// <param name="Skipped">What could not be read.</param>
internal sealed record LabeledPictures(
    PictureStore Pictures, IReadOnlyList<int> Labels, IReadOnlyList<string> Vocab, Split Split, IReadOnlyList<SkippedPicture> Skipped)
{
    /// <summary>The odds of "neither" among the pictures a model will be asked about; null without negatives.</summary>
    public double? ExpectedNeither { get; private init; }

    /// <summary>The same with the store's last pictures, which are of no class, split by their own rule.</summary>
    public LabeledPictures WithNegatives(IReadOnlyList<string> negatives, Negatives rule)
    {
        var first = Labels.Count;
        var split = rule.Splitter.Apply(negatives);
        DataErrors.CheckNegatives(split, negatives.Count);
        return this with
        {
            ExpectedNeither = rule.ExpectedShare / (1 - rule.ExpectedShare),
            Labels = [.. Labels, .. Enumerable.Repeat(Vocab.Count, negatives.Count)],
            Split = new([.. Split.Train, .. split.Train.Select(i => first + i)], [.. Split.Valid, .. split.Valid.Select(i => first + i)]),
        };
    }
}
