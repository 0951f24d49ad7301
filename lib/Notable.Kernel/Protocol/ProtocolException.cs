namespace Notable.Kernel.Protocol;

/// <summary>Thrown when a front end's message violates the Jupyter protocol.</summary>
/// <param name="message">What was found and what was expected.</param>
internal sealed class ProtocolException(string message) : Exception(message);
