using System.Globalization;
using System.Text.Json.Nodes;

namespace Notable.Kernel.Protocol;

/// <summary>What every message of the Jupyter protocol says about itself.</summary>
/// <param name="Id">The message's name; unique.</param>
/// <param name="Session">The name of the sender's session.</param>
/// <param name="Type">What kind of message it is, as <c>execute_request</c>.</param>
internal sealed record MessageHeader(string Id, string Session, string Type)
{
    /// <summary>The version of the protocol that is spoken here.</summary>
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
