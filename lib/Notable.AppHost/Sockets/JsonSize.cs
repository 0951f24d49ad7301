using System.Text.Json;

namespace Notable.AppHost.Sockets;

/// <summary>Checks JSON before it is parsed to a tree, which takes up to 50 times the memory of the text.</summary>
internal static class JsonSize
{
    private const int MaxTokens = 20_000, MaxDepth = 32;

    /// <exception cref="PageProtocolException">The JSON is too long, has too many values, or is nested too deep.</exception>
    /// <exception cref="JsonException">The text is not valid JSON.</exception>
    public static void Check(ReadOnlySpan<byte> json)
    {
        if (json.Length > FrameReader.MaxTextBytes)
            throw new PageProtocolException($"{json.Length} bytes of JSON, more than {FrameReader.MaxTextBytes}");
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        for (var tokens = 0; reader.Read();)
            if (++tokens > MaxTokens)
                throw new PageProtocolException($"JSON of more than {MaxTokens} values");
    }
}
