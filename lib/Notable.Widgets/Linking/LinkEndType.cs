using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>An end of a link: a list of the widget and the attribute's name; an empty list for none.</summary>
internal sealed class LinkEndType : AttributeType<LinkEnd?>
{
    private readonly ReferenceType<Widget> reference = new();

    public override JsonNode? Write(LinkEnd? value) =>
        value is null ? new JsonArray() : new JsonArray(reference.Write(value.Widget), value.Attribute);

    public override LinkEnd? Read(JsonNode? node, Func<string, Widget?> widgets)
    {
        if (node is JsonArray { Count: 0 })
            return null;
        if (node is not JsonArray { Count: 2 } pair)
            throw FrontEndJson.Unexpected(node, "a widget and an attribute as a list of two");
        var widget = reference.Read(pair[0], widgets);
        var attribute = FrontEndJson.Get<string>(pair[1], JsonValueKind.String, "the attribute's name");
        return widget.Model.IndexOf(attribute) >= 0
            ? new LinkEnd(widget, attribute)
            : throw new WidgetStateException($"found the name of no attribute of a {widget.GetType().Name}");
    }

    public override IEnumerable<Widget> References(LinkEnd? value) => value is null ? [] : [value.Widget];
}
