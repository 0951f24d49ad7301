namespace Notable.Widgets;

/// <summary>A choice among options. The front end knows their labels and which are chosen; the values stay here.</summary>
/// <typeparam name="T">What the options stand for.</typeparam>
public abstract class Selection<T> : DescriptionWidget
{
    private static readonly WidgetAttribute<IReadOnlyList<string>> labels = Attributes.Texts("_options_labels");
    private Option<T>[] options = [];

    private protected Selection(WidgetModel model, IReadOnlyList<Option<T>> options)
        : base(model) => Options = options;

    /// <summary>What there is to choose from. Setting other options chooses afresh.</summary>
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

    /// <summary>Chooses what is chosen where nobody has chosen yet.</summary>
    private protected abstract void ChooseAfresh();

    internal override bool Accepts(string attribute, object? value) => attribute != labels.Name;

    private protected bool IsOption(int index) => index >= 0 && index < options.Length;

    /// <summary>The place of the option that stands for the value.</summary>
    private protected int IndexOf(T value) =>
        Array.FindIndex(options, option => EqualityComparer<T>.Default.Equals(option.Value, value)) is >= 0 and var index
            ? index
            : throw new ArgumentException(
                $"'{value}' is none of the {options.Length} options: {string.Join(", ", options.Take(20).Select(option => option.Label))}"
                + (options.Length > 20 ? ", ..." : ""), nameof(value));

    private protected int Checked(int index) => IsOption(index) ? index
        : throw new ArgumentOutOfRangeException(nameof(index), index, $"There are {options.Length} options, counted from 0.");
}
