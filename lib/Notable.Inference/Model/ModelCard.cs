using System.Reflection;

namespace Notable.Learning;

/// <summary>What a model file says beside its weights: all that is needed to use them.</summary>
/// <param name="Architecture">The name of the network, for example <c>resnet18</c>.</param>
/// <param name="Vocab">The classes, in the order of the network's outputs.</param>
/// <param name="Transform">How a picture becomes what the network sees.</param>
/// <param name="Training">How the weights came to be; null when the file does not tell.</param>
/// <param name="LibraryVersion">The version of this library that wrote the file.</param>
public sealed record ModelCard(
    string Architecture, IReadOnlyList<string> Vocab, InferenceTransform Transform, TrainingFacts? Training, string LibraryVersion)
{
    internal const int MostClasses = 10_000, LongestLabel = 200;

    /// <summary>Whether the network's last output, behind those of the classes, stands for "neither".</summary>
    public bool KnowsNeither { get; init; }

    /// <summary>What the network's outputs stand for: the classes, and "neither" where it knows that.</summary>
    public IReadOnlyList<string> Answers => KnowsNeither ? [.. Vocab, Prediction.NeitherLabel] : Vocab;

    /// <summary>How sure its answers are made; null leaves them as the network's softmax gives them.</summary>
    public TemperatureScaling? Calibration { get; init; }

    /// <summary>Under which license the model may be used; null where that is unknown.</summary>
    public string? License { get; init; }

    /// <summary>The version of the library that is running.</summary>
    public static string RunningVersion { get; } =
        typeof(ModelCard).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
