namespace Notable.Widgets.Generator;

/// <summary>The protocol's names in C#'s case.</summary>
internal static class Names
{
    /// <summary><c>button_style</c> as <c>ButtonStyle</c>.</summary>
    public static string Property(string name) =>
        string.Concat(name.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    /// <summary><c>button_style</c> as <c>buttonStyle</c>.</summary>
    public static string Field(string name)
    {
        var property = Property(name);
        var field = char.ToLowerInvariant(property[0]) + property[1..];
        return field == "base" ? "@base" : field;
    }
}
