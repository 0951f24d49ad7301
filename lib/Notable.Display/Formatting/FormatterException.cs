namespace Notable.Display;

/// <summary>Thrown when a format registered with <see cref="Microsoft.DotNet.Interactive.Formatting.Formatter"/> throws.</summary>
/// <param name="message">The type, the MIME type and the exception.</param>
/// <param name="inner">The exception.</param>
public sealed class FormatterException(string message, Exception inner) : Exception(message, inner);
