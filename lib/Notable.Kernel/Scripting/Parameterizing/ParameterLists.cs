using System.Text.Json;

namespace Notable.Kernel.Scripting.Parameterizing;

/// <summary>Reads a list from text: JSON, or words in brackets such as <c>[usd50, usd100]</c>, because shells remove quotes.</summary>
internal static class ParameterLists
{
    /// <summary>Returns the items, with null for JSON's <c>null</c>. Returns null if the text is not a list.</summary>
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
