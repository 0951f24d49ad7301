namespace Notable.Learning;

/// <summary>The wanted starting weights cannot be had; the message says why and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The cause, where another exception told of it.</param>
public sealed class WeightsUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
