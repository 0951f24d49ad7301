using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Notable.Kernel.Language;

/// <summary>A symbol's XML documentation as plain text.</summary>
internal static partial class Documentation
{
    public static string Of(ISymbol symbol)
    {
        var xml = symbol.GetDocumentationCommentXml() is { Length: > 0 } own ? own : DocumentationFiles.Find(symbol);
        if (string.IsNullOrEmpty(xml))
            return "";
        try
        {
            return Text(XElement.Parse(xml.StartsWith("<member", StringComparison.Ordinal) ? xml : $"<member>{xml}</member>"));
        }
        catch (XmlException)
        {
            return "";
        }
    }

    private static string Text(XElement member)
    {
        string[] parts =
        [
            .. member.Elements("summary").Select(Plain),
            .. member.Elements("param").Select(one => $"  {(string?)one.Attribute("name")}: {Plain(one)}"),
            .. member.Elements("returns").Select(one => $"  returns: {Plain(one)}"),
            .. member.Elements("exception").Select(one => $"  throws {Name((string?)one.Attribute("cref"))}: {Plain(one)}"),
            .. member.Elements("remarks").Select(Plain),
        ];
        return string.Join('\n', parts.Where(part => part.Trim().Length > 0));
    }

    private static string Plain(XElement element) => Blanks().Replace(string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" or "seealso" } see when see.IsEmpty => Name((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword")),
        XElement { Name.LocalName: "paramref" or "typeparamref" } reference => (string?)reference.Attribute("name") ?? "",
        XElement other => Plain(other),
        _ => "",
    })), " ").Trim();

    /// <summary>Returns the last part of a name such as <c>M:System.Console.WriteLine(System.String)</c>.</summary>
    private static string Name(string? reference) => reference is null ? "" : reference.Split('(')[0].Split(':')[^1].Split('.')[^1].Split('`')[0];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
