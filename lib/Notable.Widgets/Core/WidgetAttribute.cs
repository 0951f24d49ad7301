using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Base class of synchronized attributes of a widget.</summary>
/// <param name="name">The attribute's name in the protocol, for example <c>button_style</c>.</param>
public abstract class WidgetAttribute(string name)
{
    /// <summary>The protocol's name.</summary>
    public string Name => name;

    /// <summary>Whether a change by a front end is echoed to all views (<c>echo_update</c>).</summary>
    public abstract bool IsEchoed { get; }

    internal abstract object? DefaultValue { get; }

    internal abstract bool IsNullLeftOut { get; }

    internal abstract bool AreEqual(object? one, object? other);

    internal abstract JsonNode? Write(object? value);

    internal abstract object? Read(JsonNode? node, Func<string, Widget?> widgets);

    internal abstract IEnumerable<Widget> References(object? value);
}

/// <summary>A synchronized attribute.</summary>
/// <typeparam name="T">The type of its values in C#.</typeparam>
/// <param name="name">The protocol's name.</param>
/// <param name="type">How values are serialized.</param>
/// <param name="defaultValue">The default value.</param>
public sealed class WidgetAttribute<T>(string name, AttributeType<T> type, T defaultValue) : WidgetAttribute(name)
{
    /// <summary>The default value.</summary>
    public T Default => defaultValue;

    /// <inheritdoc/>
    public override bool IsEchoed => type.IsEchoed;

    internal override object? DefaultValue { get; } = defaultValue;

    internal override bool IsNullLeftOut => type.IsNullLeftOut;

    internal override bool AreEqual(object? one, object? other) => type.AreEqual((T)one!, (T)other!);

    internal void Check(T value) => type.Check(Name, value);

    internal override JsonNode? Write(object? value) => type.Write((T)value!);

    internal override object? Read(JsonNode? node, Func<string, Widget?> widgets) => type.Read(node, widgets);

    internal override IEnumerable<Widget> References(object? value) => type.References((T)value!);
}
