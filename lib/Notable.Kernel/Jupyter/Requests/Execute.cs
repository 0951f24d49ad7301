using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>execute_request</c>: runs a cell.</summary>
internal sealed class Execute(Lazy<InteractiveSession> session, MessageSender sender, RequestOrder order) : IRequestHandler
{
    private int count;

    public IReadOnlyList<string> Types => ["execute_request"];

    public async Task<JsonObject?> HandleAsync(Request request)
    {
        var content = request.Content;
        var code = content.RequiredText("code");
        var silent = content.Flag("silent", false);
        if (order.IsAborted(request))
            return new JsonObject { ["status"] = "aborted", ["execution_count"] = count };
        // The protocol: what is silent is not stored either.
        var number = silent || !content.Flag("store_history", true) ? count + 1 : ++count;
        var target = new KernelTarget(sender, request);
        if (!silent)
            target.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = number });
        var outcome = await session.Value.RunAsync(code, number, target).ConfigureAwait(false);
        var reply = outcome.Error is { } error ? Fail(request, error, target, silent) : Succeed(outcome, number, target, silent);
        reply["execution_count"] = number;
        return reply;
    }

    private static JsonObject Succeed(CellOutcome outcome, int number, KernelTarget target, bool silent)
    {
        if (outcome.Value is { } value && !silent)
            target.Publish("execute_result", new JsonObject
            {
                ["execution_count"] = number,
                ["data"] = value.Data(),
                ["metadata"] = value.Metadata(),
            });
        target.Flush();
        return Reply.Ok(new JsonObject { ["payload"] = new JsonArray(), ["user_expressions"] = new JsonObject() });
    }

    private JsonObject Fail(Request request, CellError error, KernelTarget target, bool silent)
    {
        if (!silent)
            target.Publish("error", Reply.Describe(error));
        target.Flush();
        if (request.Content.Flag("stop_on_error", true))
            order.AbortWaiting();
        return Reply.Error(error);
    }
}
