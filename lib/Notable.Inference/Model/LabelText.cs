using System.Text.RegularExpressions;

namespace Notable.Learning;

/// <summary>How a class is called before people: folders of US notes are named usd50, usd100, and are read as $50, $100.</summary>
public static partial class LabelText
{
    /// <summary><c>usd50</c> gives <c>$50</c>; any other label is its own text.</summary>
    public static string Of(string label) => Dollars().Replace(label, "$$$1");

    [GeneratedRegex(@"^usd(\d+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Dollars();
}
