namespace Notable.Learning;

/// <summary>The readable pictures of a data set with their classes and halves; negatives come after the others.</summary>
/// <param name="Pictures">All pictures.</param>
/// <param name="Labels">The answer for each: an index into the vocabulary, or its length for "neither".</param>
/// <param name="Vocab">The classes.</param>
/// <param name="Split">The halves.</param>
/// <param name="Skipped">The unreadable pictures.</param>
internal sealed record LabeledPictures(
    PictureStore Pictures, IReadOnlyList<int> Labels, IReadOnlyList<string> Vocab, Split Split, IReadOnlyList<SkippedPicture> Skipped)
{
    /// <summary>Fraction of "neither" expected in use; null without negatives.</summary>
    public double? ExpectedNeither { get; private init; }

    /// <summary>Returns a copy whose last pictures are negatives, split by their own rule.</summary>
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
