namespace Notable.Widgets;

/// <summary>Thrown when a state sent by a front end violates the protocol: a wrong type, an unknown reference, a missing buffer.</summary>
/// <param name="message">What was found and what was expected.</param>
public sealed class WidgetStateException(string message) : Exception(message);
