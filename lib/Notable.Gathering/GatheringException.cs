namespace Notable.Gathering;

/// <summary>Pictures could not be searched for, kept or looked through; the message says why and what to do.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The cause, where another exception told of it.</param>
public class GatheringException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A source cannot be searched; the message names it and says why.</summary>
/// <param name="message">Why, and what to do.</param>
/// <param name="inner">The cause, where another exception told of it.</param>
public sealed class SearchException(string message, Exception? inner = null) : GatheringException(message, inner);
