using System.Text.Json.Nodes;
using Notable.Display;
using Notable.Kernel.Protocol;
using Notable.Kernel.Polyglot;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>inspect_request</c>: what is known of what stands at the cursor, or of the call that is being written.</summary>
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
