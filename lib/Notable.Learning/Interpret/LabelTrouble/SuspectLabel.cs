namespace Notable.Learning;

/// <summary>A picture whose label, or whose place in the data set, may be wrong.</summary>
/// <param name="Item">The file.</param>
/// <param name="Label">The class it has.</param>
/// <param name="Suggestion">The class that the others' labels suggest.</param>
/// <param name="Support">The probability, 0 to 1, that the others' labels give its own class.</param>
/// <param name="Strangeness">How unlike the pictures most like it, it is: 1 minus the mean cosine of their features, 0 to 2.</param>
/// <param name="Kind">Why it is suspected.</param>
public sealed record SuspectLabel(string Item, string Label, string Suggestion, double Support, double Strangeness, SuspicionKind Kind)
{
    /// <summary>The suspicion in words.</summary>
    public string Reason => Kind == SuspicionKind.Mislabeled
        ? FormattableString.Invariant($"looks like {Suggestion} ({100 * (1 - Support):0} %)")
        : "unlike the other pictures";
}

/// <summary>Why a picture is suspected.</summary>
public enum SuspicionKind
{
    /// <summary>It looks like another class.</summary>
    Mislabeled,

    /// <summary>It looks like no other picture: off topic, perhaps.</summary>
    OffTopic,
}
