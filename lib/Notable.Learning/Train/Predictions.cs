namespace Notable.Learning;

/// <summary>A model's answers on a data set, in the order of its items.</summary>
/// <param name="Items">The files.</param>
/// <param name="Probabilities">For each item a probability a class.</param>
/// <param name="Targets">The right class of each item, as a place in the vocabulary.</param>
/// <param name="Losses">The cross-entropy of each item.</param>
public sealed record Predictions(
    IReadOnlyList<string> Items, IReadOnlyList<float[]> Probabilities, IReadOnlyList<int> Targets, IReadOnlyList<double> Losses);

/// <summary>Loss and metrics over the validation items: exact means.</summary>
/// <param name="Loss">Mean cross-entropy.</param>
/// <param name="Metrics">The metrics by name.</param>
public sealed record ValidationReport(double Loss, IReadOnlyDictionary<string, double> Metrics);
