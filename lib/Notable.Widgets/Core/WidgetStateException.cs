namespace Notable.Widgets;

/// <summary>A state that a front end sent breaks the protocol: a wrong type, an unknown reference, a missing buffer.</summary>
/// <param name="message">What was found and what was expected.</param>
public sealed class WidgetStateException(string message) : Exception(message);
