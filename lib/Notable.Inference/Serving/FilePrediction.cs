namespace Notable.Learning;

/// <summary>The prediction for one of many files. A file that cannot be read has an error instead.</summary>
/// <param name="File">The path, as given by the caller.</param>
/// <param name="Prediction">The prediction; null if the file could not be read.</param>
/// <param name="Error">The error message; null if there is a prediction.</param>
public sealed record FilePrediction(string File, Prediction? Prediction, string? Error);
