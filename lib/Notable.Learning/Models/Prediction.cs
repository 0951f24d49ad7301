using System.Globalization;

namespace Notable.Learning;

/// <summary>What a model says of one picture.</summary>
public sealed record Prediction
{
    /// <summary>Pairs the classes with their probabilities.</summary>
    /// <param name="vocab">The classes, in the order of the model's outputs.</param>
    /// <param name="probabilities">A probability for each class; they sum to 1.</param>
    /// <exception cref="ArgumentException">There is not exactly one probability a class.</exception>
    public Prediction(IReadOnlyList<string> vocab, ReadOnlySpan<float> probabilities)
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
    }

    /// <summary>The most probable class.</summary>
    public string Label { get; }

    /// <summary>Its place in the vocabulary.</summary>
    public int Index { get; }

    /// <summary>Its probability, 0 to 1, as the model's softmax gives it.</summary>
    public double Probability { get; }

    /// <summary>The probability of each class, in the order of the vocabulary.</summary>
    public IReadOnlyDictionary<string, double> Probabilities { get; }

    /// <summary>The answer for a person: "$100, 97 % sure".</summary>
    public string Sentence => $"{LabelText.Of(Label)}, {Sureness(Probability)} sure";

    /// <summary>A whole per cent; what would round to 100 is said without claiming certainty, which no photo gives.</summary>
    private static string Sureness(double probability) => probability >= 0.995
        ? "over 99 %"
        : string.Create(CultureInfo.InvariantCulture, $"{probability * 100:0} %");
}
