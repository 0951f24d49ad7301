namespace Notable.Widgets;

/// <summary>Base class of widgets that select one option.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class SingleSelection<T> : Selection<T>, IValueWidget<T?>
{
    private static readonly WidgetAttribute<int?> index = Attributes.OptionalInteger("index");

    private protected SingleSelection(WidgetModel model, IReadOnlyList<Option<T>> options)
        : base(model, options)
    {
    }

    /// <summary>The index of the selected option, from 0; null if none is selected.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such option.</exception>
    public int? Index
    {
        get => Get(index) is { } chosen && IsOption(chosen) ? chosen : null;
        set => Set(index, value is { } chosen ? Checked(chosen) : Nothing);
    }

    /// <summary>The label of the selected option; null if none is selected.</summary>
    public string? Label => Index is { } chosen ? Options[chosen].Label : null;

    /// <summary>The value of the selected option; the default of the type if none is selected.</summary>
    /// <exception cref="ArgumentException">The value is not among the options.</exception>
    public T? Value
    {
        get => Index is { } chosen ? Options[chosen].Value : default;
        set => Set(index, IndexOf(value!));
    }

    // A selection slider cannot show that nothing is selected.
    private int? Nothing => (int?)Model.Attributes[Model.IndexOf(index.Name)].DefaultValue;

    internal override bool Accepts(string attribute, object? value) =>
        base.Accepts(attribute, value) && (attribute != index.Name || value is null || IsOption((int)value));

    private protected override void ChooseAfresh() => Set(index, Options.Count > 0 ? 0 : Nothing);
}
