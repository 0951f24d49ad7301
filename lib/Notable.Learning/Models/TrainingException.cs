namespace Notable.Learning;

/// <summary>Training cannot go on, for a reason its message gives together with what to do.</summary>
public sealed class TrainingException(string message) : Exception(message);
