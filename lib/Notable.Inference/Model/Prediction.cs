using System.Globalization;

namespace Notable.Learning;

/// <summary>The prediction for one picture: one of the classes, or "neither" if the model was trained with negatives.</summary>
public sealed partial record Prediction
{
    /// <summary>The label for "none of the classes".</summary>
    public const string NeitherLabel = "neither";

    /// <summary>Creates a prediction from classes and their probabilities.</summary>
    /// <param name="vocab">The classes, in the order of the model's outputs.</param>
    /// <param name="probabilities">One probability per class.</param>
    /// <param name="neither">The probability of "neither"; null for a model without that answer. All probabilities sum to 1.</param>
    /// <exception cref="ArgumentException">There is not exactly one probability per class.</exception>
    public Prediction(IReadOnlyList<string> vocab, ReadOnlySpan<float> probabilities, double? neither = null)
    {
        if (vocab.Count == 0 || vocab.Count != probabilities.Length)
            throw new ArgumentException($"{probabilities.Length} probabilities do not fit {vocab.Count} classes");
        var byLabel = new OrderedDictionary<string, double>(vocab.Count);
        for (var i = 0; i < vocab.Count; i++)
        {
            byLabel.Add(vocab[i], probabilities[i]);
            if (probabilities[i] > probabilities[Index])
                Index = i;
        }
        Label = vocab[Index];
        Probability = probabilities[Index];
        Probabilities = byLabel;
        Neither = neither;
    }

    /// <summary>The most probable class, even if <see cref="IsNeither"/> is true.</summary>
    public string Label { get; }

    /// <summary>Index of the most probable class in the vocabulary.</summary>
    public int Index { get; }

    /// <summary>Probability of the most probable class, 0 to 1.</summary>
    public double Probability { get; }

    /// <summary>The probability of each class, in the order of the vocabulary.</summary>
    public IReadOnlyDictionary<string, double> Probabilities { get; }

    /// <summary>The probability that the picture shows none of the classes; null for a model without "neither".</summary>
    public double? Neither { get; }

    /// <summary>The second most probable answer: a class, or <see cref="NeitherLabel"/>; null if there is only one answer.</summary>
    public string? RunnerUp => Answers.Keys.ElementAtOrDefault(1);

    /// <summary>
    /// The probability of each answer, the most probable first: the classes, and <see cref="NeitherLabel"/> if the model knows it. They sum to 1.
    /// </summary>
    public IReadOnlyDictionary<string, double> Answers => new OrderedDictionary<string, double>(
        Probabilities.Concat(Neither is { } neither ? [new(NeitherLabel, neither)] : []).OrderByDescending(entry => entry.Value));

    /// <summary>The answer as a label: <see cref="Label"/> or <see cref="NeitherLabel"/>.</summary>
    public string Answer => IsNeither ? NeitherLabel : Label;

    /// <summary>The answer as a sentence: "$100, 97 % sure", "I can't tell: $100 or $50?" or "Neither, as far as I can tell".</summary>
    public string Sentence => IsNeither ? "Neither, as far as I can tell"
        : IsUnsure && RunnerUp is { } other ? $"I can't tell: {LabelText.Of(Label)} or {LabelText.Of(other)}?"
        : $"{LabelText.Of(Label)}, {Percent(Probability)} sure";

    /// <summary>Creates a prediction from all outputs of a network; with <paramref name="knowsNeither"/> the last one is "neither".</summary>
    internal static Prediction Of(IReadOnlyList<string> vocab, bool knowsNeither, ReadOnlySpan<float> outputs) =>
        knowsNeither ? new(vocab, outputs[..^1], outputs[^1]) : new(vocab, outputs);

    /// <summary>Formats a probability for people, in whole percent. One that would round to 100 is not shown as certain.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="over99">Text for such a probability, in the reader's language.</param>
    /// <param name="sign">Text after the number.</param>
    public static string Percent(double probability, string over99 = "over 99 %", string sign = " %") => probability >= 0.995
        ? over99
        : string.Create(CultureInfo.InvariantCulture, $"{probability * 100:0}{sign}");
}
