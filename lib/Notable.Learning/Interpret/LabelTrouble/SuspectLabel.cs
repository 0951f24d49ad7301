namespace Notable.Learning;

/// <summary>A picture that may be mislabeled or may not belong in the data set.</summary>
/// <param name="Item">The file.</param>
/// <param name="Label">Its class.</param>
/// <param name="Suggestion">The class predicted from the other pictures.</param>
/// <param name="Support">The predicted probability of its own class, 0 to 1.</param>
/// <param name="Strangeness">Dissimilarity to its nearest neighbors: 1 minus the mean cosine similarity of the features, 0 to 2.</param>
/// <param name="Kind">Why it is suspected.</param>
public sealed record SuspectLabel(string Item, string Label, string Suggestion, double Support, double Strangeness, SuspicionKind Kind)
{
    /// <summary>The reason in words.</summary>
    public string Reason => Kind == SuspicionKind.Mislabeled
        ? FormattableString.Invariant($"looks like {Suggestion} ({100 * (1 - Support):0} %)")
        : "unlike the other pictures";
}

/// <summary>Why a picture is suspected.</summary>
public enum SuspicionKind
{
    /// <summary>It looks like another class.</summary>
    Mislabeled,

    /// <summary>It is unlike all other pictures, so it may be off topic.</summary>
    OffTopic,
}
