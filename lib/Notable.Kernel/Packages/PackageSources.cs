namespace Notable.Kernel.Packages;

/// <summary>Reads <c>#i "nuget: SOURCE"</c>.</summary>
internal static class PackageSources
{
    private const string Prefix = "nuget:";

    /// <summary>The error for invalid arguments.</summary>
    public const string Expected = "#i takes a package source: #i \"nuget: https://...\" or #i \"nuget: folder\".";

    /// <summary>Returns the source that a text names; null if it names none.</summary>
    public static string? Read(string text) =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && text[Prefix.Length..].Trim() is { Length: > 0 } source ? source : null;

    /// <summary>Returns the error for a source that does not exist.</summary>
    public static string NoSource(string source) => $"'{source}' is neither an https address nor an existing folder.";
}
