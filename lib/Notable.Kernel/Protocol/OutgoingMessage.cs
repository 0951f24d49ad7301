using System.Text.Json.Nodes;

namespace Notable.Kernel.Protocol;

/// <summary>A message to front ends.</summary>
/// <param name="Type">What kind it is, as <c>execute_reply</c>.</param>
/// <param name="Content">The content.</param>
/// <param name="Parent">The request that it is an answer to or a consequence of; null where none is.</param>
internal sealed record OutgoingMessage(string Type, JsonObject Content, JupyterRequest? Parent)
{
    public JsonObject Metadata { get; init; } = [];

    public IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; } = [];
}
