namespace Notable.Learning;

/// <content>
/// The decision between naming a class, "neither" and "can't tell". "Neither" has no threshold of its own: it is the answer if it is more
/// probable than every class. How probable it is depends on <see cref="TemperatureScaling.NeitherOdds"/>, set from
/// <c>Negatives.ExpectedShare</c> in training.
/// </content>
public sealed partial record Prediction
{
    /// <summary>
    /// The probability that a class needs to be named as the answer: see <see cref="IsUnsure"/>. With a calibrated model, at least two in five
    /// answers below it are wrong.
    /// </summary>
    public const double ConfidenceThreshold = 0.6;

    /// <summary>Whether "neither" is more probable than any class.</summary>
    public bool IsNeither => Neither > Probability;

    /// <summary>Whether the most probable answer is a class, but below <see cref="ConfidenceThreshold"/>: "can't tell".</summary>
    public bool IsUnsure => !IsNeither && Probability < ConfidenceThreshold;
}
