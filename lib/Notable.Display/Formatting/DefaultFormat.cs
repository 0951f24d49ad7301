using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Display;

/// <summary>How a value looks that nobody has said anything about.</summary>
internal static class DefaultFormat
{
    public static MimeBundle Of(object value) => value switch
    {
        string text => MimeBundle.Text(text),
        byte[] bytes => Bytes.Format(bytes),
        ReadOnlyMemory<byte> bytes => Bytes.Format(bytes.Span),
        Memory<byte> bytes => Bytes.Format(bytes.Span),
        Exception error => MimeBundle.Text(Guard.Text(error, error.ToString)),
        JsonNode json => MimeBundle.Json(json),
        JsonElement json => MimeBundle.Json(JsonNode.Parse(json.GetRawText()) ?? JsonValue.Create("null")),
        IEnumerable items => Collection(items),
        _ when Shape.Of(value.GetType()) is { Members.Count: > 0 } shape => Properties(value, shape),
        _ => MimeBundle.Text(Scalar.Text(value)),
    };

    private static MimeBundle Collection(IEnumerable items)
    {
        var table = Table.Of(items);
        return MimeBundle.Html(HtmlTable.Render(table), table.IsList ? ListText(table) : TextTable.Render(table));
    }

    private static string ListText(Table table) =>
        $"[{string.Join(", ", [.. table.Rows.Select(row => row[0]), .. table.More is { } more ? [more] : Array.Empty<string>()])}]";

    private static MimeBundle Properties(object value, Shape shape)
    {
        var table = new Table(["property", "value"], [.. shape.Members.Select(member => new[] { member.Name, Brief.Of(member, value) })]);
        return MimeBundle.Html(HtmlTable.Render(table), $"{TypeName.Of(value.GetType())}\n{TextTable.Render(table)}");
    }
}
