using System.Text.Json;

namespace Notable.Kernel.Scripting;

/// <summary>Reads a list from text: JSON, or words in brackets as <c>[usd50, usd100]</c>, since shells take quotes away.</summary>
internal static class ParameterLists
{
    /// <summary>The items; one is null where the text says so. Null where the text is no list.</summary>
    public static IReadOnlyList<string?>? Items(string text)
    {
        text = text.Trim();
        if (text is not ['[', .. var inner, ']'])
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateArray().Select(Item)];
        }
        catch (JsonException)
        {
            return inner.Contains('"') || inner.Contains('[') ? null : inner.Split(',', StringSplitOptions.TrimEntries);
        }
    }

    private static string? Item(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => item.GetString(),
        JsonValueKind.Null => null,
        _ => item.GetRawText(),
    };
}
