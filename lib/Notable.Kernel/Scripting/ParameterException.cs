namespace Notable.Kernel.Scripting;

/// <summary>
/// A parameter given to a notebook is unknown there, or its value is of another type; the message says what would do.
/// </summary>
/// <param name="message">What was found and what was expected.</param>
public sealed class ParameterException(string message) : Exception(message);
