using System.Text.RegularExpressions;

namespace Notable.Learning;

/// <summary>Display names of classes: usd50 and usd100 are shown as $50 and $100.</summary>
public static partial class LabelText
{
    /// <summary><c>usd50</c> gives <c>$50</c>; any other label is its own text.</summary>
    public static string Of(string label) => Dollars().Replace(label, "$$$1");

    [GeneratedRegex(@"^usd(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();
}
