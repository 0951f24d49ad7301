namespace Notable.Widgets;

/// <summary>A message from a front end, or a part of it, that broke the protocol and was ignored.</summary>
/// <param name="CommId">The comm it came over.</param>
/// <param name="Reason">What was found and what was expected, without any content of the message: fit for a log.</param>
public sealed record RefusedMessage(string CommId, string Reason);
