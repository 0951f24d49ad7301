using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Notable.Widgets;

/// <summary>Describes a kind of widget to the front end: its JavaScript classes and its attributes.</summary>
public sealed class WidgetModel
{
    private readonly FrozenDictionary<string, int> indices;

    /// <summary>Defines a kind of widget. Create one static instance per class.</summary>
    /// <param name="model">The model's class.</param>
    /// <param name="view">The view's class.</param>
    /// <param name="attributes">All attributes except the six that name model and view.</param>
    public WidgetModel(ModelName model, ModelName view, params IReadOnlyList<WidgetAttribute> attributes)
    {
        Model = model;
        View = view;
        Attributes = attributes;
        indices = attributes.Index().ToFrozenDictionary(entry => entry.Item.Name, entry => entry.Index);
    }

    /// <summary>The model's JavaScript class.</summary>
    public ModelName Model { get; }

    /// <summary>The view's JavaScript class.</summary>
    public ModelName View { get; }

    /// <summary>The synchronized attributes.</summary>
    public IReadOnlyList<WidgetAttribute> Attributes { get; }

    /// <summary>Returns the index of an attribute in <see cref="Attributes"/>, or -1.</summary>
    internal int IndexOf(string name) => indices.GetValueOrDefault(name, -1);

    /// <summary>Returns the six keys of every full state.</summary>
    internal JsonObject Header() => new()
    {
        ["_model_module"] = Model.Module,
        ["_model_module_version"] = Model.Version,
        ["_model_name"] = Model.Name,
        ["_view_module"] = View.Module,
        ["_view_module_version"] = View.Version,
        ["_view_name"] = View.Name,
    };
}
