namespace Notable.Learning;

/// <summary>Loss and metrics over the validation items: exact means.</summary>
/// <param name="Loss">Mean cross-entropy.</param>
/// <param name="Metrics">The metrics by name.</param>
public sealed record ValidationReport(double Loss, IReadOnlyDictionary<string, double> Metrics);
