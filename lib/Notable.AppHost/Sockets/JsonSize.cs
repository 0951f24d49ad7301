using System.Text.Json;

namespace Notable.AppHost.Sockets;

/// <summary>Looks over JSON before a tree is made of it, which takes up to fifty times the memory of the text.</summary>
internal static class JsonSize
{
    private const int MaxTokens = 20_000, MaxDepth = 32;

    /// <exception cref="ProtocolException">It has more values than a page's messages ever have, or is nested too deep.</exception>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        if (json.Length > FrameReader.MaxTextBytes)
            throw new ProtocolException($"{json.Length} bytes of JSON, more than {FrameReader.MaxTextBytes}");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        for (var tokens = 0; reader.Read();)
            if (++tokens > MaxTokens)
                throw new ProtocolException($"JSON of more than {MaxTokens} values");
    }
}
