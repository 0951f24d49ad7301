// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.
namespace Notable.Widgets;

/// <summary>Shows one of its children at a time.</summary>
public sealed partial class Stack : Box
{
    private static readonly WidgetAttribute<int?> selectedIndex = Attributes.OptionalInteger("selected_index");
    private static readonly WidgetAttribute<IReadOnlyList<string>> titles = Attributes.Texts("titles");
    private static readonly WidgetModel model = new(
        ModelName.Controls("StackModel"),
        ModelName.Controls("StackView"),
        [.. BoxAttributes, selectedIndex, titles]);

    /// <summary>Creates the widget and sets its children.</summary>
    public Stack(params IReadOnlyList<Widget> children)
        : base(model, children)
    {
    }

    /// <summary>
    /// The index of the selected page. This is either an integer selecting a particular sub-widget, or null to have no
    /// widgets selected.
    /// </summary>
    public int? SelectedIndex { get => Get(selectedIndex); set => Set(selectedIndex, value); }

    /// <summary>Titles of the pages.</summary>
    public IReadOnlyList<string> Titles { get => Get(titles); set => Set(titles, [.. value]); }
}
