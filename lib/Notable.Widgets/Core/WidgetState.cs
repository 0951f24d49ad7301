using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>
/// The values of a widget's attributes. Only attributes that were set take memory, since each of thousands of visitors has dozens of
/// unchanged layouts and styles. Not thread-safe: guarded by the manager's lock.
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

    /// <summary>Returns whether the attribute was ever set.</summary>
    public bool IsSet(int index) => values is not null && !ReferenceEquals(values[index], unset);

    /// <summary>Returns the widgets that the state refers to.</summary>
    public IEnumerable<Widget> References() =>
        Enumerable.Range(0, model.Attributes.Count)
            .Where(IsSet)
            .SelectMany(index => model.Attributes[index].References(this[index]));

    /// <summary>Returns an attribute as a tree with bytes as leaves.</summary>
    public JsonObject Write(int index) => new() { [model.Attributes[index].Name] = model.Attributes[index].Write(this[index]) };

    /// <summary>Returns the whole state, without nulls that are the front end's default.</summary>
    public JsonObject Write()
    {
        var tree = model.Header();
        for (var index = 0; index < model.Attributes.Count; index++)
            if (IsSet(index) || model.Attributes[index] is not { DefaultValue: null, IsNullLeftOut: true })
                tree[model.Attributes[index].Name] = model.Attributes[index].Write(this[index]);
        return tree;
    }
}
