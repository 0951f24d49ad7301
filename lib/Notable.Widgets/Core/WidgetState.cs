using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>
/// The values of one widget's attributes. Only what was set takes memory: thousands of visitors each have dozens of layouts
/// and styles that nobody touches. Not thread-safe: the manager's lock guards it.
/// </summary>
internal sealed class WidgetState(WidgetModel model)
{
    private static readonly object unset = new();
    private object?[]? values;

    public WidgetModel Model => model;

    public object? this[int index] =>
        values is null || ReferenceEquals(values[index], unset) ? model.Attributes[index].DefaultValue : values[index];

    /// <summary>Stores a value.</summary>
    /// <returns>Whether it differs from the one before.</returns>
    public bool Set(int index, object? value)
    {
        if (model.Attributes[index].AreEqual(this[index], value))
            return false;
        if (values is null)
        {
            values = new object?[model.Attributes.Count];
            Array.Fill(values, unset);
        }
        values[index] = value;
        return true;
    }

    /// <summary>Whether the attribute was ever given another value than its default.</summary>
    public bool IsSet(int index) => values is not null && !ReferenceEquals(values[index], unset);

    /// <summary>The widgets that the state refers to.</summary>
    public IEnumerable<Widget> References() =>
        Enumerable.Range(0, model.Attributes.Count)
            .Where(IsSet)
            .SelectMany(index => model.Attributes[index].References(this[index]));

    /// <summary>One attribute, as a tree with bytes as leaves.</summary>
    public JsonObject Write(int index) => new() { [model.Attributes[index].Name] = model.Attributes[index].Write(this[index]) };

    /// <summary>
    /// The whole state, without the attributes that are null as the front end takes them to be.
    /// </summary>
    public JsonObject Write()
    {
        var tree = model.Header();
        for (var index = 0; index < model.Attributes.Count; index++)
            if (IsSet(index) || model.Attributes[index] is not { DefaultValue: null, IsNullLeftOut: true })
                tree[model.Attributes[index].Name] = model.Attributes[index].Write(this[index]);
        return tree;
    }
}
