using System.Text.Json.Serialization;

namespace Notable.Learning;

/// <summary>
/// Temperature scaling (Guo et al. 2017): corrects the overconfidence of a network trained on few pictures by dividing its logits by one
/// number, fitted on pictures it was not trained on. It changes confidences but no answers; <see cref="NeitherOdds"/> and
/// <see cref="ClassOdds"/> may change answers (Saerens et al. 2002).
/// </summary>
/// <param name="Temperature">The divisor of the logits; 1 changes nothing, larger values lower the confidence.</param>
/// <param name="Error">The expected calibration error on those pictures, 0 to 1: see <see cref="ErrorOf"/>.</param>
/// <param name="Items">Number of pictures it was fitted on.</param>
public sealed record TemperatureScaling(double Temperature, double Error, int Items)
{
    /// <summary>The range of temperatures: <see cref="Fit"/> searches it, and a model file with another temperature is refused.</summary>
    internal const double Lowest = 0.05, Highest = 20;

    /// <summary>The upper limit of odds in a model file.</summary>
    internal const double MostOdds = 1e6;

    /// <summary>The default of <see cref="AsksTwiceBelow"/>, and its minimum when it is fitted.</summary>
    internal const double DefaultAsksTwiceBelow = 0.98;

    private const int Bins = 10, Steps = 80;

    /// <summary>
    /// Deserializes from a model file: values that an older file lacks get their defaults. (Generated JSON ignores the initializers of
    /// properties.)
    /// </summary>
    [JsonConstructor]
    internal TemperatureScaling(double temperature, double error, int items, double neitherOdds = 1, IReadOnlyList<double>? classOdds = null,
        double asksTwiceBelow = DefaultAsksTwiceBelow)
        : this(temperature, error, items) => (NeitherOdds, ClassOdds, AsksTwiceBelow) = (neitherOdds, classOdds, asksTwiceBelow);

    /// <summary>
    /// Factor on the odds of "neither": how much more or less frequent "neither" is in use than in training. 1 for a model without
    /// "neither".
    /// </summary>
    public double NeitherOdds { get; init; } = 1;

    /// <summary>
    /// Factors on the odds of the classes, in the order of the vocabulary: how much more or less frequent each is in use than in training.
    /// Null for no change.
    /// </summary>
    public IReadOnlyList<double>? ClassOdds { get; init; }

    /// <summary>
    /// Confidence threshold for using the parts of a picture (<see cref="Views.WithHalves"/>), 0 to 1: they are used only if the answer for the
    /// whole picture is less probable than this, since they do not change a more confident answer. 1 always uses them, 0 never. Model files
    /// before format 5 get the default.
    /// </summary>
    public double AsksTwiceBelow { get; init; } = DefaultAsksTwiceBelow;

    /// <summary>Fits the temperature that makes the true answers most probable.</summary>
    /// <param name="probabilities">For each picture one probability per answer, from the network's softmax.</param>
    /// <param name="targets">The true answer of each picture.</param>
    /// <param name="neitherOdds">See <see cref="NeitherOdds"/>.</param>
    /// <param name="classOdds">See <see cref="ClassOdds"/>.</param>
    /// <remarks>
    /// If every answer is right, there is no optimal temperature. As in Platt scaling (1999), the true answer of n pictures therefore gets the
    /// target probability (n + 1) / (n + 2).
    /// </remarks>
    /// <exception cref="ArgumentException">There are no pictures, or not one target per picture.</exception>
    public static TemperatureScaling Fit(
        IReadOnlyList<float[]> probabilities, IReadOnlyList<int> targets, double neitherOdds = 1, IReadOnlyList<double>? classOdds = null)
    {
        if (probabilities.Count == 0 || probabilities.Count != targets.Count)
            throw new ArgumentException($"{probabilities.Count} rows of probabilities do not fit {targets.Count} targets; at least one is needed");
        // The loss is convex in the inverse temperature, so a golden-section search finds the minimum.
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

    /// <summary>
    /// Fits <see cref="AsksTwiceBelow"/>: above the most confident answer for a whole picture that its parts change, and at least the
    /// default.
    /// </summary>
    /// <param name="whole">For each picture the probabilities from the whole picture, from the network's softmax.</param>
    /// <param name="together">For each picture the probabilities from the whole picture and its parts.</param>
    internal TemperatureScaling WithThreshold(IReadOnlyList<float[]> whole, IReadOnlyList<float[]> together)
    {
        var surest = 0f;
        foreach (var (alone, all) in whole.Select(Apply).Zip(together.Select(Apply)))
            if (Array.IndexOf(alone, alone.Max()) != Array.IndexOf(all, all.Max()))
                surest = Math.Max(surest, alone.Max());
        return this with { AsksTwiceBelow = Math.Clamp(MathF.BitIncrement(surest), DefaultAsksTwiceBelow, 1) };
    }

    /// <summary>
    /// Returns the expected calibration error (Naeini et al. 2015): answers are sorted into ten bins by confidence, and the difference between
    /// mean confidence and accuracy in each bin is averaged over the answers.
    /// </summary>
    /// <param name="probabilities">For each picture one probability per answer.</param>
    /// <param name="targets">The true answer of each picture.</param>
    /// <param name="weights">Weight of a picture, by its true answer; null for equal weights.</param>
    /// <returns>0 (perfectly calibrated) to 1.</returns>
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

    /// <summary>Returns the calibrated probabilities.</summary>
    /// <param name="probabilities">Probabilities from the network's softmax.</param>
    public float[] Apply(float[] probabilities) =>
        [.. Scaled(probabilities, Temperature, Odds(probabilities.Length)).Select(value => (float)Math.Exp(value))];

    /// <summary>Returns the factors on the odds of the answers.</summary>
    /// <param name="answers">Number of answers: the classes and, if the model knows it, "neither".</param>
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

    /// <summary>
    /// Returns logarithms of the scaled probabilities, up to a constant; logarithms of the given probabilities serve as logits.
    /// </summary>
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
