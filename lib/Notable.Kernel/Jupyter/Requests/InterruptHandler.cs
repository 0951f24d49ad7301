using System.Text.Json.Nodes;
using Notable.Kernel.Hosting;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>interrupt_request</c>: stops the running cell.</summary>
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
