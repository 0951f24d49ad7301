using System.Text.Json.Nodes;
using Notable.Kernel.Hosting;
using Notable.Kernel.Input;
using Notable.Kernel.Protocol;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>execute_request</c>: runs a cell.</summary>
internal sealed class ExecuteHandler(
    Lazy<NotebookKernels> kernels, MessageSender sender, RequestOrder order, InputHistory history, Questions questions) : IRequestHandler
{
    private int count;

    public IReadOnlyList<string> Types => ["execute_request"];

    public async Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var cell = RequestedCell.Read(request);
        if (order.IsAborted(request))
            // Without a number, which a front end would show beside a cell that did not run.
            return new JsonObject { ["status"] = "aborted" };
        var number = cell.IsCounted ? ++count : count + 1;
        var target = new KernelTarget(sender, request);
        Ask.Use(questions.Of(request, target));
        if (!cell.IsSilent)
            target.Publish("execute_input", new JsonObject { ["code"] = cell.Code, ["execution_count"] = number });
        var outcome = await kernels.Value.RunAsync(cell.Code, number, target).ConfigureAwait(false);
        if (cell.IsCounted)
            history.Add(new HistoryEntry(number, cell.Code, outcome.Value?.PlainText));
        var reply = outcome.Error is { } error ? Fail(cell, error, target) : await SucceedAsync(cell, outcome, number, target).ConfigureAwait(false);
        target.Flush();
        reply["execution_count"] = number;
        return reply;
    }

    private async Task<JsonObject> SucceedAsync(RequestedCell cell, CellOutcome outcome, int number, KernelTarget target)
    {
        if (outcome.Value is { } value && !cell.IsSilent)
            target.Publish("execute_result", new JsonObject
            {
                ["execution_count"] = number,
                ["data"] = value.Data(),
                ["metadata"] = value.Metadata(),
            });
        var values = new JsonObject();
        foreach (var (name, expression) in cell.Expressions)
            values[name] = Describe(await kernels.Value.Session.EvaluateAsync($"{expression}", target).ConfigureAwait(false));
        return ReplyContent.Ok(new JsonObject { ["payload"] = new JsonArray(), ["user_expressions"] = values });
    }

    private static JsonObject Describe(CellOutcome outcome) => outcome.Error is { } error ? ReplyContent.Error(error)
        : ReplyContent.Ok(new JsonObject { ["data"] = outcome.Value?.Data() ?? [], ["metadata"] = outcome.Value?.Metadata() ?? [] });

    private JsonObject Fail(RequestedCell cell, CellError error, KernelTarget target)
    {
        if (!cell.IsSilent)
            target.Publish("error", ReplyContent.Describe(error));
        if (cell.StopsOnError)
            order.AbortWaiting();
        return ReplyContent.Error(error);
    }

    private sealed record RequestedCell(string Code, bool IsSilent, bool IsCounted, bool StopsOnError, JsonObject Expressions)
    {
        public static RequestedCell Read(JupyterRequest request)
        {
            var content = request.Content;
            var isSilent = content.Flag("silent", false);
            return new(content.RequiredText("code"), isSilent, !isSilent && content.Flag("store_history", true),
                content.Flag("stop_on_error", true), content.Object("user_expressions"));
        }
    }
}
