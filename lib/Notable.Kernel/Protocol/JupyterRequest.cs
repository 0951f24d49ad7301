using System.Text.Json.Nodes;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Protocol;

/// <summary>A message from a front end.</summary>
internal sealed record JupyterRequest
{
    public required KernelChannel Channel { get; init; }

    public required MessageHeader Header { get; init; }

    /// <summary>The header as it came: the parent header of every answer.</summary>
    public required ReadOnlyMemory<byte> RawHeader { get; init; }

    /// <summary>The way back to the sender.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Identities { get; init; }

    public required JsonObject Metadata { get; init; }

    public required JsonObject Content { get; init; }

    public required IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; }

    /// <summary>The request's place among all that came.</summary>
    public long Order { get; init; }
}
