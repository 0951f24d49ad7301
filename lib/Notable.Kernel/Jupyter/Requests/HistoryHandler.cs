using System.Text.Json.Nodes;
using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter.Requests;

/// <summary><c>history_request</c>: lists the cells that have run.</summary>
internal sealed class HistoryHandler(InputHistory history) : IRequestHandler
{
    /// <summary>The number of the only session; 0 also means the current one.</summary>
    private const int Session = 1;

    public IReadOnlyList<string> Types => ["history_request"];

    public Task<JsonObject?> HandleAsync(JupyterRequest request)
    {
        var content = request.Content;
        var withOutput = content.Flag("output", false);
        var entries = content.Text("hist_access_type") switch
        {
            "range" when content.Number("session") is null or 0 or Session => history.Range(content.Number("start") ?? 0, content.Number("stop")),
            "tail" => history.Tail(content.Number("n") ?? 10),
            "search" => history.Search(content.Text("pattern") ?? "*", content.Number("n"), content.Flag("unique", false)),
            _ => [],
        };
        return Task.FromResult<JsonObject?>(ReplyContent.Ok(new JsonObject
        {
            ["history"] = new JsonArray([.. entries.Select(entry => new JsonArray(
                Session, entry.Line, withOutput ? new JsonArray(entry.Input, entry.Output) : JsonValue.Create(entry.Input)))]),
        }));
    }
}
