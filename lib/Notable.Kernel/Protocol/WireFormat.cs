using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Notable.Kernel.Transport;

namespace Notable.Kernel.Protocol;

/// <summary>
/// Converts messages to frames: identities, <c>&lt;IDS|MSG&gt;</c>, signature, header, parent header, metadata, content, buffers.
/// </summary>
internal sealed class WireFormat(MessageSigner signer, TimeProvider time)
{
    private const int Parts = 5;
    private static readonly byte[] delimiter = "<IDS|MSG>"u8.ToArray();
    private static readonly JsonWriterOptions compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly string session = Guid.NewGuid().ToString();

    /// <summary>
    /// Reads a message. Returns null if it is invalid, wrongly signed or repeated; its sender gets no reply.
    /// </summary>
    public JupyterRequest? Read(KernelChannel channel, IReadOnlyList<byte[]> frames, long order = 0)
    {
        var start = frames.Index().FirstOrDefault(frame => frame.Item.AsSpan().SequenceEqual(delimiter), (-1, [])).Index;
        if (start < 0 || frames.Count < start + 1 + Parts)
            return null;
        var (signature, header, parent, metadata, content) =
            (frames[start + 1], frames[start + 2], frames[start + 3], frames[start + 4], frames[start + 5]);
        if (!signer.Accept(signature, header, parent, metadata, content))
            return null;
        try
        {
            return new JupyterRequest
            {
                Channel = channel,
                Header = MessageHeader.Read(Object(header)),
                RawHeader = header,
                Identities = [.. frames.Take(start).Select(frame => new ReadOnlyMemory<byte>(frame))],
                Metadata = Object(metadata),
                Content = Object(content),
                Buffers = [.. frames.Skip(start + 1 + Parts).Select(frame => new ReadOnlyMemory<byte>(frame))],
                Order = order,
            };
        }
        catch (Exception broken) when (broken is JsonException or ProtocolException)
        {
            return null;
        }
    }

    /// <summary>Returns the frames of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="route">The first frames: a peer's identities or a topic.</param>
    public IReadOnlyList<ReadOnlyMemory<byte>> Write(OutgoingMessage message, IReadOnlyList<ReadOnlyMemory<byte>> route)
    {
        var header = Bytes(new MessageHeader(Guid.NewGuid().ToString(), session, message.Type).Write(time.GetUtcNow()));
        var parent = message.Parent?.RawHeader ?? "{}"u8.ToArray();
        var metadata = Bytes(message.Metadata);
        var content = Bytes(message.Content);
        var signature = Encoding.ASCII.GetBytes(signer.Sign(header.Span, parent.Span, metadata.Span, content.Span));
        return [.. route, delimiter, signature, header, parent, metadata, content, .. message.Buffers];
    }

    private static JsonObject Object(byte[] json) => JsonNode.Parse(json) as JsonObject ?? throw new ProtocolException("a part is not an object");

    private static ReadOnlyMemory<byte> Bytes(JsonObject json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, compact))
            json.WriteTo(writer);
        return buffer.WrittenMemory;
    }
}
