using System.Text.Json.Nodes;
using Notable.Kernel.Scripting;

namespace Notable.Kernel.Jupyter;

/// <summary>Creates the content of replies.</summary>
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

    /// <summary>Returns the fields of an error, which are the same in replies and outputs.</summary>
    public static JsonObject Describe(CellError error) => new()
    {
        ["ename"] = error.Name,
        ["evalue"] = error.Message,
        ["traceback"] = new JsonArray([.. error.Traceback.Select(line => JsonValue.Create(line))]),
    };
}
