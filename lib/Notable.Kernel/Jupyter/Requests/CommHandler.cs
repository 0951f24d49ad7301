using System.Text.Json.Nodes;
using Notable.Display;
using Notable.Kernel.Hosting;
using Notable.Kernel.Interrupting;
using Notable.Kernel.Protocol;
using Notable.Widgets;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>comm_open</c>, <c>comm_msg</c>, <c>comm_close</c>: messages of the front end's widgets.</summary>
internal sealed class CommHandler(Lazy<NotebookKernels> kernels, MessageSender sender) : IRequestHandler
{
    private static readonly Dictionary<string, CommKind> kinds = new()
    {
        ["comm_open"] = CommKind.Open, ["comm_msg"] = CommKind.Message, ["comm_close"] = CommKind.Close,
    };

    public IReadOnlyList<string> Types => [.. kinds.Keys];

    public async Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var content = request.Content;
        var message = new CommMessage(
            kinds[request.Header.Type], content.RequiredText("comm_id"), content.Text("target_name"), content.Object("data"), request.Metadata, request.Buffers);
        var target = new KernelTarget(sender, request);
        if (await kernels.Value.Session.ReceiveAsync(message, new InterruptibleTarget(target)).ConfigureAwait(false) is { } error)
            target.Write(OutputStream.Error, string.Join('\n', error.Traceback) + "\n");
        target.Flush();
        return null;
    }
}
