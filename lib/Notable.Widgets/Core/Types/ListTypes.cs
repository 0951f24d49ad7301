using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>A list of values of one type.</summary>
internal sealed class ListType<T>(AttributeType<T> item) : AttributeType<IReadOnlyList<T>>
{
    public override bool IsEchoed => item.IsEchoed;

    public override void Check(string attribute, IReadOnlyList<T> value)
    {
        ArgumentNullException.ThrowIfNull(value, attribute);
        foreach (var element in value)
            item.Check(attribute, element);
    }

    public override bool AreEqual(IReadOnlyList<T> one, IReadOnlyList<T> other) =>
        ReferenceEquals(one, other) || one.Count == other.Count && one.Zip(other).All(pair => item.AreEqual(pair.First, pair.Second));

    public override JsonNode? Write(IReadOnlyList<T> value) => new JsonArray([.. value.Select(item.Write)]);

    public override IReadOnlyList<T> Read(JsonNode? node, Func<string, Widget?> widgets) =>
        node is JsonArray array
            ? [.. array.Select(element => item.Read(element, widgets))]
            : throw FrontEndJson.Unexpected(node, "a list");

    public override IEnumerable<Widget> References(IReadOnlyList<T> value) => value.SelectMany(item.References);
}

/// <summary>Two values, the lower one first.</summary>
internal sealed class RangeType<T>(AttributeType<T> bound) : AttributeType<(T Lower, T Upper)>
{
    public override void Check(string attribute, (T Lower, T Upper) value)
    {
        bound.Check(attribute, value.Lower);
        bound.Check(attribute, value.Upper);
    }

    public override JsonNode? Write((T Lower, T Upper) value) => new JsonArray(bound.Write(value.Lower), bound.Write(value.Upper));

    public override (T Lower, T Upper) Read(JsonNode? node, Func<string, Widget?> widgets) =>
        node is JsonArray { Count: 2 } pair
            ? (bound.Read(pair[0], widgets), bound.Read(pair[1], widgets))
            : throw FrontEndJson.Unexpected(node, "a list of two");
}

/// <summary>A JSON object, used as is.</summary>
internal sealed class ObjectType : AttributeType<JsonObject>
{
    public override JsonNode? Write(JsonObject value) => value.DeepClone();

    public override JsonObject Read(JsonNode? node, Func<string, Widget?> widgets) =>
        node is JsonObject value ? (JsonObject)value.DeepClone() : throw FrontEndJson.Unexpected(node, "an object");
}

/// <summary>Another widget, written as <c>IPY_MODEL_</c> and its model id.</summary>
internal sealed class ReferenceType<T> : AttributeType<T>
    where T : Widget
{
    private const string Prefix = "IPY_MODEL_";

    public override void Check(string attribute, T value) => ArgumentNullException.ThrowIfNull(value, attribute);

    public override JsonNode? Write(T value) => Prefix + value.ModelId;

    public override T Read(JsonNode? node, Func<string, Widget?> widgets)
    {
        var text = FrontEndJson.Get<string>(node, JsonValueKind.String, "a reference to a widget");
        return text.StartsWith(Prefix, StringComparison.Ordinal) && widgets(text[Prefix.Length..]) is T widget
            ? widget
            : throw new WidgetStateException($"found a reference to no {typeof(T).Name} of this visitor");
    }

    public override IEnumerable<Widget> References(T value) => [value];
}
