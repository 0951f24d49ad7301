using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>The kinds of Jupyter comm messages.</summary>
public enum CommKind
{
    /// <summary><c>comm_open</c>: opens a comm, with the target name and the first data.</summary>
    Open,

    /// <summary><c>comm_msg</c>: data over an open comm.</summary>
    Message,

    /// <summary><c>comm_close</c>: the sender has closed the comm.</summary>
    Close,
}

/// <summary>A message of a Jupyter comm in either direction, independent of the transport.</summary>
/// <param name="Kind">The kind of message.</param>
/// <param name="CommId">ID of the comm; for widgets also the model ID.</param>
/// <param name="TargetName">The target name, for <see cref="CommKind.Open"/>; null otherwise.</param>
/// <param name="Data">The content's <c>data</c>, such as <c>{"method":"update","state":{..},"buffer_paths":[..]}</c>.</param>
/// <param name="Metadata">The message's metadata; for a widget's open, <c>{"version":"2.1.0"}</c>.</param>
/// <param name="Buffers">The binary buffers, in the order of <c>buffer_paths</c>; not copied.</param>
public sealed record CommMessage(
    CommKind Kind,
    string CommId,
    string? TargetName,
    JsonObject Data,
    JsonObject Metadata,
    IReadOnlyList<ReadOnlyMemory<byte>> Buffers);
