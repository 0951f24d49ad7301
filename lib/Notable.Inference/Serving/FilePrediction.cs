namespace Notable.Learning;

/// <summary>What a model says of one file among many; a file that cannot be read has an error in place of a prediction.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Prediction">The answer; null when the file could not be read.</param>
/// <param name="Error">Why it could not be read; null when it could.</param>
public sealed record FilePrediction(string File, Prediction? Prediction, string? Error);
