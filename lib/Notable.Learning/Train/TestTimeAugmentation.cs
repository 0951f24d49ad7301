namespace Notable.Learning;

/// <summary>Several answers on the same pictures made one.</summary>
internal static class TestTimeAugmentation
{
    /// <summary>(1 - beta) of the views' mean and beta of the plain answer.</summary>
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
