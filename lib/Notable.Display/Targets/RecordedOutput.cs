using System.Text;
using System.Text.Json.Nodes;

namespace Notable.Display;

/// <summary>An output of a cell in nbformat 4.5.</summary>
internal abstract record RecordedOutput
{
    public abstract JsonObject ToJson();
}

/// <summary>A display that may be replaced; the display id is transient and never saved.</summary>
internal sealed record DisplayOutput(MimeBundle Bundle, string DisplayId) : RecordedOutput
{
    public override JsonObject ToJson() => new()
    {
        ["output_type"] = "display_data",
        ["data"] = Bundle.Data(),
        ["metadata"] = Bundle.Metadata(),
    };
}

/// <summary>The value of a cell.</summary>
internal sealed record ResultOutput(MimeBundle Bundle, int ExecutionCount) : RecordedOutput
{
    public override JsonObject ToJson() => new()
    {
        ["output_type"] = "execute_result",
        ["execution_count"] = ExecutionCount,
        ["data"] = Bundle.Data(),
        ["metadata"] = Bundle.Metadata(),
    };
}

/// <summary>An error that ended a cell.</summary>
internal sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback) : RecordedOutput
{
    public override JsonObject ToJson() => new()
    {
        ["output_type"] = "error",
        ["ename"] = Name,
        ["evalue"] = Message,
        ["traceback"] = new JsonArray([.. Traceback.Select(line => JsonValue.Create(line))]),
    };
}

/// <summary>Text of a stream, which can grow.</summary>
internal sealed record StreamOutput(OutputStream Stream, StringBuilder Text) : RecordedOutput
{
    public StreamOutput(OutputStream stream, string text)
        : this(stream, new StringBuilder(text))
    {
    }

    public static JsonObject ToJson(OutputStream stream, string text) => new()
    {
        ["output_type"] = "stream",
        ["name"] = stream == OutputStream.Out ? "stdout" : "stderr",
        ["text"] = text,
    };

    public override JsonObject ToJson() => ToJson(Stream, Text.ToString());
}
