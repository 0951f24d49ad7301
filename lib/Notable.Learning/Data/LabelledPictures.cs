namespace Notable.Learning;

/// <summary>The readable pictures of a data set with their classes and halves.</summary>
internal sealed record LabelledPictures(
    PictureStore Pictures, IReadOnlyList<int> Labels, IReadOnlyList<string> Vocab, Split Split, IReadOnlyList<SkippedPicture> Skipped);
