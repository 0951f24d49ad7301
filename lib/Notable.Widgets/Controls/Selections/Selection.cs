namespace Notable.Widgets;

/// <summary>Base class of selection widgets. The front end receives the labels and the selected indices; the values stay in this process.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public abstract class Selection<T> : DescriptionWidget
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> labels = Attributes.Texts("_options_labels");
    private Option<T>[] options = [];

    private protected Selection(WidgetModel model, IReadOnlyList<Option<T>> options)
        : base(model) => Options = options;

    /// <summary>The options. Setting new options resets the selection.</summary>
    public IReadOnlyList<Option<T>> Options
    {
        get => options;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            options = [.. value];
            Set(labels, [.. options.Select(option => option.Label)]);
            ChooseAfresh();
        }
    }

    internal override string ValueAttribute => "index";

    /// <summary>Sets the initial selection.</summary>
    private protected abstract void ChooseAfresh();

    internal override bool Accepts(string attribute, object? value) => attribute != labels.Name;

    private protected bool IsOption(int index) => index >= 0 && index < options.Length;

    /// <summary>Returns the index of the option with the value.</summary>
    private protected int IndexOf(T value) =>
        Array.FindIndex(options, option => EqualityComparer<T>.Default.Equals(option.Value, value)) is >= 0 and var index
            ? index
            : throw new ArgumentException(
                $"'{value}' is not one of the {options.Length} options: {string.Join(", ", options.Take(20).Select(option => option.Label))}"
                + (options.Length > 20 ? ", ..." : ""), nameof(value));

    private protected int Checked(int index) => IsOption(index) ? index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {options.Length} options, counted from 0.");
}
