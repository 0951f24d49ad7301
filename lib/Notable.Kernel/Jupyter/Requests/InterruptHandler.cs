using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;
using Notable.Kernel.Polyglot;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>interrupt_request</c>: stops the cell that runs.</summary>
internal sealed class InterruptHandler(Lazy<NotebookKernels> kernels) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["interrupt_request"];

    public Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        if (kernels.IsValueCreated)
            kernels.Value.Interrupt();
        return Task.FromResult<JsonObject?>(ReplyContent.Ok());
    }
}
