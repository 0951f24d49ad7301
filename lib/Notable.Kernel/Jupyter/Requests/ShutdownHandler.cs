using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>shutdown_request</c>: ends the kernel. For a restart, the front end starts a new one.</summary>
internal sealed class ShutdownHandler(MessageSender sender, TaskCompletionSource ended) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["shutdown_request"];

    public Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var content = new JsonObject { ["restart"] = request.Content.Flag("restart", false) };
        // Sent to all front ends, not only to the one that asks.
        sender.Publish(new OutgoingMessage("shutdown_reply", ReplyContent.Ok((JsonObject)content.DeepClone()), request));
        ended.TrySetResult();
        return Task.FromResult<JsonObject?>(ReplyContent.Ok(content));
    }
}
