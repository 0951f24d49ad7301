using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Jupyter;

/// <summary>Handles a request with the messages in the protocol's order: busy, outputs, reply, idle.</summary>
internal sealed class RequestServer(MessageSender sender, IEnumerable<IRequestHandler> handlers)
{
    private readonly Dictionary<string, IRequestHandler> handlers =
        handlers.SelectMany(handler => handler.Types, KeyValuePair.Create).ToDictionary(pair => pair.Value, pair => pair.Key);

    public async Task ServeAsync(JupyterRequest request)
    {
        Status(request, "busy");
        CurrentRequest.Value = request;
        try
        {
            // Unknown requests get no reply, as in ipykernel.
            if (handlers.TryGetValue(request.Header.Type, out var handler) && await ReplyAsync(handler, request).ConfigureAwait(false) is { } reply)
                sender.Reply(new OutgoingMessage(request.Header.Type.Replace("_request", "_reply"), reply, request));
        }
        finally
        {
            CurrentRequest.Value = null;
            Status(request, "idle");
        }
    }

    private static async Task<JsonObject?> ReplyAsync(IRequestHandler handler, JupyterRequest request)
    {
        try
        {
            return await handler.HandleAsync(request).ConfigureAwait(false);
        }
        catch (ProtocolException broken)
        {
            return ReplyContent.Error(new CellError("ProtocolError", $"{request.Header.Type}: {broken.Message}", []));
        }
        catch (Exception bug)
        {
            // The kernel continues: the front end gets an error, and the log the details.
            ConsoleRouter.Error.WriteLine($"notable: {request.Header.Type} failed: {bug}");
            return ReplyContent.Error(new CellError(bug.GetType().Name, bug.Message, []));
        }
    }

    private void Status(JupyterRequest request, string state) =>
        sender.Publish(new OutgoingMessage("status", new JsonObject { ["execution_state"] = state }, request));
}
