using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>A value of another type, or null.</summary>
internal sealed class OptionalType<T>(AttributeType<T> type) : AttributeType<T?>
    where T : class
{
    public override bool IsEchoed => type.IsEchoed;

    public override bool IsNullLeftOut => true;

    public override void Check(string attribute, T? value)
    {
        if (value is not null)
            type.Check(attribute, value);
    }

    public override JsonNode? Write(T? value) => value is null ? null : type.Write(value);

    public override T? Read(JsonNode? node, Func<string, Widget?> widgets) => node is null ? null : type.Read(node, widgets);

    public override IEnumerable<Widget> References(T? value) => value is null ? [] : type.References(value);
}

/// <summary>A value of another type, or none.</summary>
/// <param name="type">The type of the value.</param>
/// <param name="none">The protocol's value for none.</param>
internal sealed class OptionalValueType<T>(AttributeType<T> type, string? none = null) : AttributeType<T?>
    where T : struct
{
    // For numbers and dates, the front ends' default is not null.
    public override bool IsNullLeftOut => typeof(T) == typeof(bool);

    public override void Check(string attribute, T? value)
    {
        if (value is { } some)
            type.Check(attribute, some);
    }

    public override JsonNode? Write(T? value) => value is { } some ? type.Write(some) : none;

    public override T? Read(JsonNode? node, Func<string, Widget?> widgets) =>
        none is null && node is null || none is not null && FrontEndJson.IsText(node, none) ? null : type.Read(node, widgets);
}
