using System.Text.Json.Serialization;

namespace Notable.Learning;

/// <summary>
/// Temperature scaling (Guo et al. 2017): a network trained on few pictures is surer than it is right, and its logits divided by one
/// number, found on pictures it did not learn from, are not. How sure it is changes by it, and no answer; answers may by
/// <see cref="NeitherOdds"/> and <see cref="ClassOdds"/> (Saerens et al. 2002).
/// </summary>
/// <param name="Temperature">What logits are divided by; 1 changes nothing, more makes less sure.</param>
/// <param name="Error">The expected calibration error on those pictures, 0 to 1: see <see cref="ErrorOf"/>.</param>
/// <param name="Items">How many pictures it was found on.</param>
public sealed record TemperatureScaling(double Temperature, double Error, int Items)
{
    /// <summary>Temperatures that are searched, and the only ones that a model file may name.</summary>
    internal const double Lowest = 0.05, Highest = 20, MostOdds = 1e6, DefaultAsksTwiceBelow = 0.98;

    private const int Bins = 10, Steps = 80;

    /// <summary>As a model file holds it: what an older file doesn't say gets its default. (Generated JSON ignores the initializers of properties.)</summary>
    [JsonConstructor]
    internal TemperatureScaling(double temperature, double error, int items, double neitherOdds = 1, IReadOnlyList<double>? classOdds = null,
        double asksTwiceBelow = DefaultAsksTwiceBelow)
        : this(temperature, error, items) => (NeitherOdds, ClassOdds, AsksTwiceBelow) = (neitherOdds, classOdds, asksTwiceBelow);

    /// <summary>
    /// What the last probability's odds are multiplied by: how much more or less often "neither" is right among the pictures asked
    /// about than among those learned from. 1 for a model that knows its classes only.
    /// </summary>
    public double NeitherOdds { get; init; } = 1;

    /// <summary>
    /// What each class's odds are multiplied by, in the order of the vocabulary: how much more or less often it is right among the pictures
    /// asked about than among those learned from. Null: as often.
    /// </summary>
    public IReadOnlyList<double>? ClassOdds { get; init; }

    /// <summary>
    /// Where a model shows parts of a picture too (<see cref="Views.WithHalves"/>), they are asked about only while the answer about the whole
    /// is less probable than this, 0 to 1: a surer answer is not changed by them. 1 always asks, 0 never does. Model files before format 5 do not
    /// say it and get the default.
    /// </summary>
    public double AsksTwiceBelow { get; init; } = DefaultAsksTwiceBelow;

    /// <summary>Finds the temperature that makes the right answers most probable.</summary>
    /// <param name="probabilities">For each picture a probability an answer, as the network's softmax gave them.</param>
    /// <param name="targets">The right answer of each.</param>
    /// <param name="neitherOdds">See <see cref="NeitherOdds"/>.</param>
    /// <param name="classOdds">See <see cref="ClassOdds"/>.</param>
    /// <remarks>
    /// Where every answer is right, no temperature is low enough. As in Platt's scaling (1999) the right answer of n pictures is
    /// therefore taken for right with probability (n + 1) / (n + 2).
    /// </remarks>
    /// <exception cref="ArgumentException">No pictures, or not one target each.</exception>
    public static TemperatureScaling Fit(
        IReadOnlyList<float[]> probabilities, IReadOnlyList<int> targets, double neitherOdds = 1, IReadOnlyList<double>? classOdds = null)
    {
        if (probabilities.Count == 0 || probabilities.Count != targets.Count)
            throw new ArgumentException($"{probabilities.Count} rows of probabilities do not fit {targets.Count} targets; at least one is needed");
        // The loss is convex in the inverse of the temperature: a golden-section search finds its one minimum.
        var (low, high, ratio) = (1 / Highest, 1 / Lowest, (Math.Sqrt(5) - 1) / 2);
        for (var step = 0; step < Steps; step++)
        {
            var (left, right) = (high - ratio * (high - low), low + ratio * (high - low));
            if (Loss(1 / left, probabilities, targets) < Loss(1 / right, probabilities, targets))
                high = right;
            else
                low = left;
        }
        var found = new TemperatureScaling(2 / (low + high), 0, targets.Count) { NeitherOdds = neitherOdds, ClassOdds = classOdds };
        return found with { Error = ErrorOf([.. probabilities.Select(found.Apply)], targets, found.Odds(probabilities[0].Length)) };
    }

    /// <summary>Finds <see cref="AsksTwiceBelow"/>: above the surest answer about a whole picture that its parts overturn, and never below the default.</summary>
    /// <param name="whole">For each picture the probabilities by the whole, as the network's softmax gave them.</param>
    /// <param name="together">For each picture those by the whole and its parts.</param>
    internal TemperatureScaling WithThreshold(IReadOnlyList<float[]> whole, IReadOnlyList<float[]> together)
    {
        var surest = 0f;
        foreach (var (alone, all) in whole.Select(Apply).Zip(together.Select(Apply)))
            if (Array.IndexOf(alone, alone.Max()) != Array.IndexOf(all, all.Max()))
                surest = Math.Max(surest, alone.Max());
        return this with { AsksTwiceBelow = Math.Clamp(MathF.BitIncrement(surest), DefaultAsksTwiceBelow, 1) };
    }

    /// <summary>
    /// The expected calibration error (Naeini et al. 2015): answers sorted into ten bins by how sure they are, the gap in each bin
    /// between mean sureness and share of right ones, averaged over the answers.
    /// </summary>
    /// <param name="probabilities">For each picture a probability an answer.</param>
    /// <param name="targets">The right answer of each.</param>
    /// <param name="weights">How much a picture counts, by its right answer; null: each as much.</param>
    /// <returns>0 (as sure as right) to 1.</returns>
    public static double ErrorOf(IReadOnlyList<float[]> probabilities, IReadOnlyList<int> targets, IReadOnlyList<double>? weights = null)
    {
        var (sureness, right, whole) = (new double[Bins], new double[Bins], 0.0);
        for (var i = 0; i < targets.Count; i++)
        {
            var answer = Array.IndexOf(probabilities[i], probabilities[i].Max());
            var bin = Math.Min(Bins - 1, (int)(probabilities[i][answer] * Bins));
            var weight = weights?[targets[i]] ?? 1;
            sureness[bin] += weight * probabilities[i][answer];
            right[bin] += answer == targets[i] ? weight : 0;
            whole += weight;
        }
        return sureness.Zip(right, (sure, good) => Math.Abs(sure - good)).Sum() / whole;
    }

    /// <summary>The probabilities that the divided logits give.</summary>
    /// <param name="probabilities">As the network's softmax gave them.</param>
    public float[] Apply(float[] probabilities) =>
        [.. Scaled(probabilities, Temperature, Odds(probabilities.Length)).Select(value => (float)Math.Exp(value))];

    /// <summary>What the odds of each answer are multiplied by.</summary>
    /// <param name="answers">How many there are: the classes, and perhaps "neither".</param>
    public double[] Odds(int answers)
    {
        double[] odds = [.. ClassOdds ?? [], .. Enumerable.Repeat(1.0, Math.Max(0, answers - (ClassOdds?.Count ?? 0)))];
        if (odds.Length != answers)
            throw new ArgumentException($"{odds.Length} classes have odds, and there are {answers} answers");
        odds[^1] *= NeitherOdds;
        return odds;
    }

    private static double Loss(double temperature, IReadOnlyList<float[]> probabilities, IReadOnlyList<int> targets)
    {
        var doubt = 1.0 / (targets.Count + 2);
        var sum = 0.0;
        for (var i = 0; i < targets.Count; i++)
        {
            var logs = Scaled(probabilities[i], temperature, odds: null);
            for (var answer = 0; answer < logs.Length; answer++)
                sum -= logs[answer] * (answer == targets[i] ? 1 - doubt : doubt / (logs.Length - 1));
        }
        return sum;
    }

    /// <summary>Logarithms of the scaled probabilities: those of the given ones are logits, but for a constant.</summary>
    private static double[] Scaled(float[] probabilities, double temperature, double[]? odds)
    {
        var logits = Array.ConvertAll(probabilities, p => Math.Log(Math.Max(p, float.Epsilon)) / temperature);
        for (var answer = 0; answer < odds?.Length; answer++)
            logits[answer] += Math.Log(odds[answer]);
        var highest = logits.Max();
        var whole = highest + Math.Log(logits.Sum(logit => Math.Exp(logit - highest)));
        return Array.ConvertAll(logits, logit => logit - whole);
    }
}
