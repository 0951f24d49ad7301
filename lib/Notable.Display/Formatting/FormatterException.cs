namespace Notable.Display;

/// <summary>A format that was registered with <see cref="Microsoft.DotNet.Interactive.Formatting.Formatter"/> threw.</summary>
/// <param name="message">Which type and form, and what was thrown.</param>
/// <param name="inner">What it threw.</param>
public sealed class FormatterException(string message, Exception inner) : Exception(message, inner);
