using System.Text.Json.Nodes;
using Notable.Kernel.Hosting;
using Notable.Kernel.Protocol;
using Notable.Widgets;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>comm_info_request</c>: lists the open widgets.</summary>
internal sealed class CommInfoHandler(Lazy<NotebookKernels> kernels) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["comm_info_request"];

    public Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var comms = new JsonObject();
        // Without a session there are no widgets, and the request must not start one.
        if (kernels.IsValueCreated && request.Content.Text("target_name") is null or "" or CommTargets.Widget)
            foreach (var widget in kernels.Value.Session.Widgets.Widgets)
                comms[widget.ModelId] = new JsonObject { ["target_name"] = CommTargets.Widget };
        return Task.FromResult<JsonObject?>(ReplyContent.Ok(new JsonObject { ["comms"] = comms }));
    }
}
