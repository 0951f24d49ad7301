namespace Notable.Kernel.Scripting;

/// <summary>
/// Thrown when a notebook does not have a parameter, or a value is not of the parameter's type. The message says what was expected.
/// </summary>
/// <param name="message">What was found and what was expected.</param>
public sealed class ParameterException(string message) : Exception(message);
