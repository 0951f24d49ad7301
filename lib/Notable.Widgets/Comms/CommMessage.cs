using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>The three messages of a Jupyter comm.</summary>
public enum CommKind
{
    /// <summary><c>comm_open</c>: a new comm; carries the target's name and the first data.</summary>
    Open,

    /// <summary><c>comm_msg</c>: data over an open comm.</summary>
    Message,

    /// <summary><c>comm_close</c>: the comm is gone on the sender's side.</summary>
    Close,
}

/// <summary>One message over a Jupyter comm, in either direction, free of any transport.</summary>
/// <param name="Kind">Which of the three messages.</param>
/// <param name="CommId">The comm's name; for a widget's comm also its model id.</param>
/// <param name="TargetName">Who is addressed, for <see cref="CommKind.Open"/>; null otherwise.</param>
/// <param name="Data">The content's <c>data</c>, as <c>{"method":"update","state":{..},"buffer_paths":[..]}</c>.</param>
/// <param name="Metadata">The message's metadata; a widget's open says <c>{"version":"2.1.0"}</c>.</param>
/// <param name="Buffers">Binary parts that <c>buffer_paths</c> names, in the same order; not copied.</param>
public sealed record CommMessage(
    CommKind Kind,
    string CommId,
    string? TargetName,
    JsonObject Data,
    JsonObject Metadata,
    IReadOnlyList<ReadOnlyMemory<byte>> Buffers);
