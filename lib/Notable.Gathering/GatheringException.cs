namespace Notable.Gathering;

/// <summary>Searching, downloading or checking pictures failed. The message says why and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The exception that caused this one, if any.</param>
public class GatheringException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An image source could not be searched. The message names the source and the reason.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The exception that caused this one, if any.</param>
public sealed class SearchException(string message, Exception? inner = null) : GatheringException(message, inner);
