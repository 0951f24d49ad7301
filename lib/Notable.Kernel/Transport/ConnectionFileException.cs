namespace Notable.Kernel.Transport;

/// <summary>A file is no connection file of Jupyter, or not one that can be used safely.</summary>
/// <param name="path">The file.</param>
/// <param name="reason">What was found and what was expected.</param>
public sealed class ConnectionFileException(string path, string reason)
    : Exception($"{path} cannot be used as a connection file: {reason}.");
