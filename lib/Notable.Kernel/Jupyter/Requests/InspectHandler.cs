using System.Text.Json.Nodes;
using Notable.Display;
using Notable.Kernel.Hosting;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>inspect_request</c>: describes the symbol at the cursor, or the call being written.</summary>
internal sealed class InspectHandler(Lazy<NotebookKernels> kernels) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["inspect_request"];

    public async Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var code = request.Content.RequiredText("code");
        var cursor = CodePoints.ToIndex(code, request.Content.Number("cursor_pos") ?? int.MaxValue);
        var found = await kernels.Value.Session.Language.InspectAsync(code, cursor).ConfigureAwait(false);
        return ReplyContent.Ok(new JsonObject
        {
            ["found"] = found is not null,
            ["data"] = found is null ? [] : MimeBundle.Text(found.Text).Data(),
            ["metadata"] = new JsonObject(),
        });
    }
}
