using System.Text.RegularExpressions;

namespace Notable.AppHost.Tests;

/// <summary>What a page refers to.</summary>
public static partial class PageLinks
{
    public static IEnumerable<string> Of(string html) => Reference().Matches(html).Select(match => match.Groups[1].Value);

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Reference();
}
