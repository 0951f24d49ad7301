using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notable.Widgets;

namespace Notable.AppHost.Sockets;

/// <summary>
/// A message of the page. Only comm messages are accepted, so that a page cannot make the server run its code.
/// The format is that of <c>web/src/framing.js</c>.
/// </summary>
/// <param name="Id">The message's id, which is the parent id of the answers.</param>
/// <param name="Comm">The comm message.</param>
/// <param name="Files">The ids of files sent ahead, which become further buffers of this message; <c>uploads</c> in the metadata.</param>
internal sealed record ClientMessage(string Id, CommMessage Comm, IReadOnlyList<string> Files)
{
    private const int MaxParts = 200;

    // Otherwise a duplicate key would throw later, when the object is first accessed.
    private static readonly JsonDocumentOptions strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="PageProtocolException">The message is not one that our page sends.</exception>
    public static ClientMessage Parse(ReceivedFrame frame)
    {
        try
        {
            var parts = frame.IsBinary ? Split(frame.Bytes) : [frame.Bytes];
            JsonSize.Check(parts[0].Span);
            var message = JsonNode.Parse(parts[0].Span, documentOptions: strict)!;
            var header = message["header"]!;
            var content = message["content"]!;
            var kind = (string?)header["msg_type"] switch
            {
                "comm_open" => CommKind.Open,
                "comm_msg" => CommKind.Message,
                "comm_close" => CommKind.Close,
                _ => throw new PageProtocolException("not a comm message; a page may send nothing else"),
            };
            return new ClientMessage(
                Text(header["msg_id"]),
                new CommMessage(
                    kind,
                    Text(content["comm_id"]),
                    (string?)content["target_name"],
                    content["data"] as JsonObject ?? [],
                    message["metadata"] as JsonObject ?? [],
                    parts[1..]),
                message["metadata"]?["uploads"] is JsonArray uploads ? [.. uploads.Select(Text)] : []);
        }
        // Invalid JSON, or a member that is missing or of the wrong type.
        catch (Exception error) when (error is JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new PageProtocolException("not a comm message: " + error.GetType().Name);
        }
    }

    /// <summary>Returns the id of a truncated message, or null. The page writes the header first.</summary>
    public static string? IdOfBeginning(ReceivedFrame frame)
    {
        var bytes = frame.Bytes.Span;
        if (frame.IsBinary)
        {
            var headLength = bytes.Length < 8 ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(bytes[4..]);
            if (headLength > bytes.Length)
                return null;
            bytes = bytes[(int)headLength..];
        }
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, default);
            while (reader.Read() && reader.CurrentDepth <= 2)
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("msg_id"u8))
                    return reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (JsonException)
        {
            // A message that is both too large and broken has no id.
        }
        return null;
    }

    /// <summary>
    /// Returns the size of the JSON part of a binary message that is still being received: of the whole part if others follow it, otherwise
    /// of what has arrived so far; 0 if the message's head has not arrived. Used to refuse large JSON early.
    /// </summary>
    /// <param name="beginning">The bytes received so far.</param>
    public static long JsonBytes(ReadOnlySpan<byte> beginning)
    {
        const int number = sizeof(uint);
        if (beginning.Length < 3 * number)
            return 0;
        var from = BinaryPrimitives.ReadUInt32BigEndian(beginning[number..]);
        return BinaryPrimitives.ReadUInt32BigEndian(beginning) == 1 ? beginning.Length - from : BinaryPrimitives.ReadUInt32BigEndian(beginning[(2 * number)..]) - (long)from;
    }

    private static string Text(JsonNode? node) =>
        (string?)node ?? throw new PageProtocolException("a comm message without an id");

    private static ReadOnlyMemory<byte>[] Split(ReadOnlyMemory<byte> frame)
    {
        var count = ReadNumber(frame, 0);
        if (count is 0 or > MaxParts || 4 * (count + 1) > frame.Length)
            throw new PageProtocolException("a binary message with a wrong number of parts");
        var parts = new ReadOnlyMemory<byte>[count];
        for (uint i = 0; i < count; i++)
        {
            var from = ReadNumber(frame, 4 * (i + 1));
            var to = i + 1 < count ? ReadNumber(frame, 4 * (i + 2)) : (uint)frame.Length;
            if (from > to || to > frame.Length)
                throw new PageProtocolException("a binary message whose parts lie outside of it");
            parts[i] = frame[(int)from..(int)to];
        }
        return parts;
    }

    private static uint ReadNumber(ReadOnlyMemory<byte> frame, uint at) =>
        at + 4 <= frame.Length
            ? BinaryPrimitives.ReadUInt32BigEndian(frame.Span[(int)at..])
            : throw new PageProtocolException("a binary message that ends within its own head");
}
