using System.Text.Json.Nodes;
using Notable.Kernel.Language;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>is_complete_request</c>: whether Enter runs the cell or starts another line.</summary>
internal sealed class IsCompleteHandler : IRequestHandler
{
    public IReadOnlyList<string> Types => ["is_complete_request"];

    public Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var found = Completeness.Of(request.Content.RequiredText("code"));
        var content = new JsonObject { ["status"] = found.Status };
        if (found.Status == "incomplete")
            content["indent"] = found.Indent;
        return Task.FromResult<JsonObject?>(content);
    }
}
