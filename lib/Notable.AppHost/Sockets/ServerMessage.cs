using System.Buffers;
using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json;
using Notable.Widgets;

namespace Notable.AppHost.Sockets;

/// <summary>Creates the messages to a page, in the format of <c>web/src/framing.js</c>.</summary>
internal static class ServerMessage
{
    /// <summary>Creates a comm message; <paramref name="parentId"/> is the page's message that caused it, if any.</summary>
    public static Frame Comm(CommMessage message, string? parentId)
    {
        var type = message.Kind switch
        {
            CommKind.Open => "comm_open",
            CommKind.Message => "comm_msg",
            _ => "comm_close",
        };
        var json = Json(type, parentId, content =>
        {
            content.WriteString("comm_id", message.CommId);
            if (message.TargetName is not null)
                content.WriteString("target_name", message.TargetName);
            content.WritePropertyName("data");
            message.Data.WriteTo(content);
        }, metadata: message.Metadata.WriteTo);
        return message.Buffers.Count == 0 ? Text(json) : Binary(json, message.Buffers);
    }

    /// <summary>Creates the status messages around the handling of a page's message: <c>busy</c> before, <c>idle</c> after.</summary>
    public static Frame Status(string parentId, string state) =>
        Text(Json("status", parentId, content => content.WriteString("execution_state", state)));

    /// <summary>Creates a sentence that the page shows and screen readers read aloud.</summary>
    public static Frame Notice(string sentence) => Text(Json("notice", null, content => content.WriteString("text", sentence)));

    private static ReadOnlyMemory<byte> Json(
        string type, string? parentId, Action<Utf8JsonWriter> content, Action<Utf8JsonWriter, JsonSerializerOptions?>? metadata = null)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartObject("header");
            json.WriteString("msg_type", type);
            json.WriteEndObject();
            json.WriteStartObject("parent_header");
            if (parentId is not null)
                json.WriteString("msg_id", parentId);
            json.WriteEndObject();
            if (metadata is not null)
            {
                json.WritePropertyName("metadata");
                metadata(json, null);
            }
            json.WriteStartObject("content");
            content(json);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }

    private static Frame Text(ReadOnlyMemory<byte> json) => new(WebSocketMessageType.Text, json);

    private static Frame Binary(ReadOnlyMemory<byte> json, IReadOnlyList<ReadOnlyMemory<byte>> buffers)
    {
        ReadOnlyMemory<byte>[] parts = [json, .. buffers];
        var frame = new byte[4 * (parts.Length + 1) + parts.Sum(part => (long)part.Length)];
        BinaryPrimitives.WriteInt32BigEndian(frame, parts.Length);
        var offset = 4 * (parts.Length + 1);
        for (var i = 0; i < parts.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4 * (i + 1)), offset);
            parts[i].Span.CopyTo(frame.AsSpan(offset));
            offset += parts[i].Length;
        }
        return new Frame(WebSocketMessageType.Binary, frame);
    }
}
