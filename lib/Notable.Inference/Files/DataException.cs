namespace Notable.Learning;

/// <summary>The pictures cannot be used for training as they are. The message says what was found, what is required and what to do.</summary>
public sealed class DataException(string message) : Exception(message);
