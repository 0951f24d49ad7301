using System.Globalization;
using System.Text.Json.Nodes;

namespace Notable.Kernel.Protocol;

/// <summary>The header of a message of the Jupyter protocol.</summary>
/// <param name="Id">The unique id of the message.</param>
/// <param name="Session">The id of the sender's session.</param>
/// <param name="Type">The message type, such as <c>execute_request</c>.</param>
internal sealed record MessageHeader(string Id, string Session, string Type)
{
    /// <summary>The protocol version that this kernel implements.</summary>
    public const string ProtocolVersion = "5.3";

    public static MessageHeader Read(JsonObject header) =>
        new(header.RequiredText("msg_id"), header.RequiredText("session"), header.RequiredText("msg_type"));

    public JsonObject Write(DateTimeOffset date) => new()
    {
        ["msg_id"] = Id,
        ["session"] = Session,
        ["username"] = "kernel",
        ["date"] = date.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        ["msg_type"] = Type,
        ["version"] = ProtocolVersion,
    };
}
