using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter;

/// <summary>Handles one kind of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The message types that it handles.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Handles a request.</summary>
    /// <returns>The reply's content, <c>status</c> included; null for messages without a reply.</returns>
    /// <exception cref="ProtocolException">A field of the request is missing or invalid.</exception>
    Task<JsonObject?> HandleAsync(JupyterRequest request);
}
