namespace Notable.Kernel.Transport;

/// <summary>Thrown when a file is not a Jupyter connection file, or is not safe to use.</summary>
/// <param name="path">The file.</param>
/// <param name="reason">What was found and what was expected.</param>
public sealed class ConnectionFileException(string path, string reason)
    : Exception($"{path} cannot be used as a connection file: {reason}.");
