namespace Notable.Widgets;

/// <summary>A message from a front end, or a part of it, that violated the protocol and was ignored.</summary>
/// <param name="CommId">ID of the comm.</param>
/// <param name="Reason">What was found and what was expected. Contains nothing of the message itself, so that it can be logged.</param>
public sealed record RefusedMessage(string CommId, string Reason);
