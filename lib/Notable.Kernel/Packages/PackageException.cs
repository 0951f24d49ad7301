namespace Notable.Kernel.Packages;

/// <summary>A package cannot be had.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class PackageException(string message) : Exception(message);
