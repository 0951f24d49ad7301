namespace Notable.Kernel.Packages;

/// <summary>Reads <c>#i "nuget: SOURCE"</c>.</summary>
internal static class PackageSources
{
    private const string Prefix = "nuget:";

    /// <summary>What the command expects.</summary>
    public const string Expected = "#i takes a source of packages: #i \"nuget: https://...\" or #i \"nuget: folder\".";

    /// <summary>The source that a text names; null where it names none.</summary>
    public static string? Read(string text) =>
        text.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && text[Prefix.Length..].Trim() is { Length: > 0 } source ? source : null;

    /// <summary>The complaint about a source that is none.</summary>
    public static string NoSource(string source) => $"'{source}' is neither an https address nor an existing folder.";
}
