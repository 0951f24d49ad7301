namespace Notable.Learning;

/// <summary>Deterministic test-time augmentation: which views of a picture the network sees in predictions.</summary>
public enum Views
{
    /// <summary>The whole picture, as validation sees it.</summary>
    Whole,

    /// <summary>
    /// The whole picture and two overlapping parts of it, each three fifths of its long side: left and right of a wide picture, top and
    /// bottom of another. All three say which class it is, for what is small in a picture, such as the figures in a note's corners, is seen
    /// larger in a part. Whether it is any of the classes is said by the whole alone: a part of a thing looks like many other things.
    /// Takes three times the network's time.
    /// </summary>
    WithHalves,
}
