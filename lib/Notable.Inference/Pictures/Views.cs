namespace Notable.Learning;

/// <summary>Deterministic test-time augmentation: which views of a picture the network sees in predictions.</summary>
public enum Views
{
    /// <summary>The whole picture, as in validation.</summary>
    Whole,

    /// <summary>
    /// The whole picture and two overlapping parts, each three fifths of its long side: left and right of a wide picture, top and bottom of a
    /// tall one. All three determine the class, since details such as the numerals in a note's corners appear larger in a part. Only the whole
    /// picture determines "neither", since a part of an object resembles many other objects. Triples the network's time.
    /// </summary>
    WithHalves,
}
