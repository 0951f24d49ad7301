using System.Reflection;

namespace Notable.Learning;

/// <summary>Everything in a model file except the weights: what is needed to use them.</summary>
/// <param name="Architecture">The name of the network, for example <c>resnet18</c>.</param>
/// <param name="Vocab">The classes, in the order of the network's outputs.</param>
/// <param name="Transform">How pictures are preprocessed.</param>
/// <param name="Training">How the weights were trained; null if unknown.</param>
/// <param name="LibraryVersion">The version of this library that wrote the file.</param>
public sealed record ModelCard(
    string Architecture, IReadOnlyList<string> Vocab, InferenceTransform Transform, TrainingFacts? Training, string LibraryVersion)
{
    internal const int MostClasses = 10_000, LongestLabel = 200;

    /// <summary>Whether the network has an additional last output for "neither".</summary>
    public bool KnowsNeither { get; init; }

    /// <summary>The meaning of the network's outputs: the classes, and "neither" if the model knows it.</summary>
    public IReadOnlyList<string> Answers => KnowsNeither ? [.. Vocab, Prediction.NeitherLabel] : Vocab;

    /// <summary>The calibration of the probabilities; null for the plain softmax.</summary>
    public TemperatureScaling? Calibration { get; init; }

    /// <summary>Applies <see cref="Calibration"/> to probabilities from the network's softmax.</summary>
    internal float[] Calibrated(float[] probabilities) => Calibration?.Apply(probabilities) ?? probabilities;

    /// <summary>The license of the model; null if unknown.</summary>
    public string? License { get; init; }

    /// <summary>What the network needs to compute with 8-bit integers; null if it was not measured.</summary>
    internal Quantization? Quantization { get; init; }

    /// <summary>The version of the library that is running.</summary>
    public static string RunningVersion { get; } =
        typeof(ModelCard).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
