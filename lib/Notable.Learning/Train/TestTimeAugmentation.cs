namespace Notable.Learning;

/// <summary>Combines several predictions on the same pictures.</summary>
internal static class TestTimeAugmentation
{
    /// <summary>Returns (1 - beta) of the mean over the views plus beta of the plain prediction.</summary>
    public static Predictions Combine(Predictions plain, IReadOnlyList<float[]>[] views, double beta)
    {
        float[][] probabilities = [.. plain.Probabilities.Select((own, item) => own
            .Select((p, c) => (float)((1 - beta) * views.Average(view => view[item][c]) + beta * p)).ToArray())];
        return plain with
        {
            Probabilities = probabilities,
            Losses = [.. plain.Targets.Select((target, item) => -Math.Log(Math.Max(probabilities[item][target], 1e-12)))],
        };
    }
}
