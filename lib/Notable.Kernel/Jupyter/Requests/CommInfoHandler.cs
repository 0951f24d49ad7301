using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;
using Notable.Kernel.Polyglot;
using Notable.Kernel.Scripting;
using Notable.Widgets;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>comm_info_request</c>: which widgets live.</summary>
internal sealed class CommInfoHandler(Lazy<NotebookKernels> kernels) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["comm_info_request"];

    public Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var comms = new JsonObject();
        // No session yet, no widget yet: asking must not be what starts it.
        if (kernels.IsValueCreated && request.Content.Text("target_name") is null or "" or CommTargets.Widget)
            foreach (var widget in kernels.Value.Session.Widgets.Widgets)
                comms[widget.ModelId] = new JsonObject { ["target_name"] = CommTargets.Widget };
        return Task.FromResult<JsonObject?>(ReplyContent.Ok(new JsonObject { ["comms"] = comms }));
    }
}
