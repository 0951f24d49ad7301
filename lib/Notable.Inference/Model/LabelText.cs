using System.Text.RegularExpressions;

namespace Notable.Learning;

/// <summary>Display names of classes: usd50 and usd100 are shown as $50 and $100.</summary>
public static partial class LabelText
{
    /// <summary>Returns <c>$50</c> for <c>usd50</c>, and any other label unchanged.</summary>
    public static string Of(string label) => Dollars().Replace(label, "$$$1");

    [GeneratedRegex(@"^usd(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();
}
