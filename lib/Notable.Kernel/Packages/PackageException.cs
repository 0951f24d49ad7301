namespace Notable.Kernel.Packages;

/// <summary>Thrown when a package cannot be restored or used.</summary>
/// <param name="message">The reason and what to do.</param>
internal sealed class PackageException(string message) : Exception(message);
