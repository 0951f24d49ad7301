using System.Text.Json.Nodes;

namespace Notable.Kernel.Protocol;

/// <summary>A message to front ends.</summary>
/// <param name="Type">The message type, such as <c>execute_reply</c>.</param>
/// <param name="Content">The content.</param>
/// <param name="Parent">The request that caused it; null if there is none.</param>
internal sealed record OutgoingMessage(string Type, JsonObject Content, JupyterRequest? Parent)
{
    public JsonObject Metadata { get; init; } = [];

    public IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; } = [];
}
