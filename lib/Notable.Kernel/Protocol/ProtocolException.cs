namespace Notable.Kernel.Protocol;

/// <summary>A front end sent what the Jupyter protocol does not allow.</summary>
/// <param name="message">What was found and what was expected.</param>
internal sealed class ProtocolException(string message) : Exception(message);
