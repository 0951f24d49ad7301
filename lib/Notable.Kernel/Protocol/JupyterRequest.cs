using System.Text.Json.Nodes;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Protocol;

/// <summary>A message from a front end.</summary>
internal sealed record JupyterRequest
{
    public required KernelChannel Channel { get; init; }

    public required MessageHeader Header { get; init; }

    /// <summary>The header as received, which becomes the parent header of each reply.</summary>
    public required ReadOnlyMemory<byte> RawHeader { get; init; }

    /// <summary>The ZeroMQ identities of the sender.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Identities { get; init; }

    public required JsonObject Metadata { get; init; }

    public required JsonObject Content { get; init; }

    public required IReadOnlyList<ReadOnlyMemory<byte>> Buffers { get; init; }

    /// <summary>The position of the request among all received ones.</summary>
    public long Order { get; init; }
}
