using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter;

/// <summary>Answers one kind of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The types of message that it takes.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Does what is asked.</summary>
    /// <returns>The reply's content, <c>status</c> included; null for messages that are not replied to.</returns>
    /// <exception cref="ProtocolException">The request lacks something.</exception>
    Task<JsonObject?> HandleAsync(JupyterRequest request);
}
