using System.Text.Json.Nodes;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Jupyter;

/// <summary>What replies have in common.</summary>
internal static class ReplyContent
{
    public static JsonObject Ok(JsonObject? content = null)
    {
        content ??= [];
        content["status"] = "ok";
        return content;
    }

    public static JsonObject Error(CellError error)
    {
        var content = Describe(error);
        content["status"] = "error";
        return content;
    }

    /// <summary>The fields of an error as replies and outputs both have them.</summary>
    public static JsonObject Describe(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };
}
