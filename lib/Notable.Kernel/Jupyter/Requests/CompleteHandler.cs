using System.Text.Json.Nodes;
using Notable.Kernel.Hosting;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>complete_request</c>: completes the code at the cursor.</summary>
internal sealed class CompleteHandler(Lazy<NotebookKernels> kernels) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["complete_request"];

    public async Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var code = request.Content.RequiredText("code");
        var cursor = CodePoints.ToIndex(code, request.Content.Number("cursor_pos") ?? int.MaxValue);
        var found = await kernels.Value.Session.Language.CompleteAsync(code, cursor).ConfigureAwait(false);
        var (start, end) = (CodePoints.FromIndex(code, found.Start), CodePoints.FromIndex(code, found.End));
        return ReplyContent.Ok(new JsonObject
        {
            ["matches"] = new JsonArray([.. found.Items.Select(item => JsonValue.Create(item.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                ["_jupyter_types_experimental"] = new JsonArray([.. found.Items.Select(item => new JsonObject
                {
                    ["start"] = start,
                    ["end"] = end,
                    ["text"] = item.Text,
                    ["type"] = item.Kind,
                    ["signature"] = item.Signature,
                })]),
            },
        });
    }
}
