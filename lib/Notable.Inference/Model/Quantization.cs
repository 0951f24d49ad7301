namespace Notable.Learning;

/// <summary>
/// What a network needs to compute with 8-bit integers: the ranges of its values, measured on pictures when the model is exported, and how
/// far its answers can then be trusted.
/// </summary>
/// <param name="TrustedFrom">
/// Probability from which an answer computed with integers is used. Below it the picture is evaluated in float32.
/// </param>
/// <param name="Lows">The lowest number in each quantized value, at most 0, in the graph's order.</param>
/// <param name="Highs">The highest number in each quantized value, above 0.</param>
internal sealed record Quantization(double TrustedFrom, IReadOnlyList<float> Lows, IReadOnlyList<float> Highs)
{
    /// <summary>Whether every number is in its range.</summary>
    public bool IsValid => TrustedFrom is >= 0 and <= 1 && Lows?.Count > 0 && Lows.Count == Highs?.Count
        && Lows.All(low => low <= 0 && float.IsFinite(low)) && Highs.All(high => high > 0 && float.IsFinite(high));
}
