using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>shutdown_request</c>: the kernel is to end; the front end starts another where it wants a restart.</summary>
internal sealed class ShutdownHandler(MessageSender sender, TaskCompletionSource ended) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["shutdown_request"];

    public Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var content = new JsonObject { ["restart"] = request.Content.Flag("restart", false) };
        // Every front end hears of it, not only the one that asks.
        sender.Publish(new OutgoingMessage("shutdown_reply", ReplyContent.Ok((JsonObject)content.DeepClone()), request));
        ended.TrySetResult();
        return Task.FromResult<JsonObject?>(ReplyContent.Ok(content));
    }
}
