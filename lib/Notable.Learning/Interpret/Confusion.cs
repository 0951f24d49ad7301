namespace Notable.Learning;

/// <summary>One way of being wrong: how often items of one class were taken for another.</summary>
public sealed record Confusion(string Actual, string Predicted, int Count);
