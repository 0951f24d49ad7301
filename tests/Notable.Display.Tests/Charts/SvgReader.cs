using Notable.Display.Figures;
using System.Xml.Linq;

namespace Notable.Display.Tests.Charts;

/// <summary>An SVG document taken apart; reading it fails where it is not well-formed XML.</summary>
internal sealed class SvgReader(string svg)
{
    private static readonly XNamespace ns = "http://www.w3.org/2000/svg";
    private readonly XDocument document = XDocument.Parse(svg);

    public string[] Texts => [.. Elements("text").Select(element => element.Value)];

    public string Description => document.Root!.Element(ns + "title")!.Value;

    public string[] Paths => [.. Elements("path").Select(element => (string)element.Attribute("d")!)];

    public IEnumerable<XElement> Elements(string name) => document.Descendants(ns + name);

    /// <summary>Every coordinate and size.</summary>
    public IEnumerable<double> Numbers =>
        from element in document.Descendants()
        from name in new[] { "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height" }
        let attribute = element.Attribute(name)
        where attribute is not null
        select double.Parse(attribute.Value, System.Globalization.CultureInfo.InvariantCulture);
}
