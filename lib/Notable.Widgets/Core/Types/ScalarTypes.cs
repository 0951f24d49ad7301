using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Text, optionally one of a few allowed words.</summary>
internal sealed class TextType(params string[] allowed) : AttributeType<string>
{
    private string Words => string.Join(", ", allowed.Select(word => $"'{word}'"));

    public override void Check(string attribute, string value)
    {
        ArgumentNullException.ThrowIfNull(value, attribute);
        if (!IsAllowed(value))
            throw new ArgumentException($"'{value}' is not a valid {attribute}; expected one of {Words}.", attribute);
    }

    public override JsonNode? Write(string value) => value;

    public override string Read(JsonNode? node, Func<string, Widget?> widgets)
    {
        var text = FrontEndJson.Get<string>(node, JsonValueKind.String, "a string");
        return IsAllowed(text) ? text : throw new WidgetStateException($"found a word that is not one of {Words}");
    }

    private bool IsAllowed(string text) => allowed.Length == 0 || allowed.Contains(text);
}

/// <summary>True or false.</summary>
internal sealed class FlagType : AttributeType<bool>
{
    public override JsonNode? Write(bool value) => value;

    public override bool Read(JsonNode? node, Func<string, Widget?> widgets) => node?.GetValueKind() switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw FrontEndJson.Unexpected(node, "true or false"),
    };
}

/// <summary>A 32-bit integer; JavaScript may write it as 5.0.</summary>
internal sealed class IntegerType : AttributeType<int>
{
    public override JsonNode? Write(int value) => value;

    public override int Read(JsonNode? node, Func<string, Widget?> widgets)
    {
        var number = FrontEndJson.Number(node);
        return number == Math.Floor(number) && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw new WidgetStateException($"found {number}, expected a 32-bit integer");
    }
}

/// <summary>A finite number.</summary>
internal sealed class FloatType : AttributeType<double>
{
    public override void Check(string attribute, double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentException($"{value} is not a valid {attribute}; expected a finite number.", attribute);
    }

    public override JsonNode? Write(double value) => value;

    public override double Read(JsonNode? node, Func<string, Widget?> widgets) => FrontEndJson.Number(node);
}

/// <summary>Bytes, which are sent as buffers beside the JSON.</summary>
internal sealed class BytesType : AttributeType<ReadOnlyMemory<byte>>
{
    public override bool IsEchoed => false;

    public override JsonNode? Write(ReadOnlyMemory<byte> value) => BinaryBuffers.Leaf(value);

    public override ReadOnlyMemory<byte> Read(JsonNode? node, Func<string, Widget?> widgets) => BinaryBuffers.Bytes(node);
}
