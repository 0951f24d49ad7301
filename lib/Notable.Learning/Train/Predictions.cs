namespace Notable.Learning;

/// <summary>A model's predictions on a data set, in the order of its items.</summary>
/// <param name="Items">The files.</param>
/// <param name="Probabilities">One probability per class, for each item.</param>
/// <param name="Targets">The true class of each item, as an index into the vocabulary.</param>
/// <param name="Losses">The cross-entropy of each item.</param>
public sealed record Predictions(
    IReadOnlyList<string> Items, IReadOnlyList<float[]> Probabilities, IReadOnlyList<int> Targets, IReadOnlyList<double> Losses);

/// <summary>Exact mean loss and metrics on the validation items.</summary>
/// <param name="Loss">Mean cross-entropy.</param>
/// <param name="Metrics">The metrics by name.</param>
public sealed record ValidationReport(double Loss, IReadOnlyDictionary<string, double> Metrics);
