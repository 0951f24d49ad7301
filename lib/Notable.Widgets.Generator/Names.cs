namespace Notable.Widgets.Generator;

/// <summary>Converts the protocol's names to C#'s case.</summary>
internal static class Names
{
    /// <summary>Converts <c>button_style</c> to <c>ButtonStyle</c>.</summary>
    public static string Property(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary>Converts <c>button_style</c> to <c>buttonStyle</c>.</summary>
    public static string Field(string name)
    {
        var property = Property(name);
        var field = char.ToLowerInvariant(property[0]) + property[1..];
        return field == "base" ? "@base" : field;
    }
}
