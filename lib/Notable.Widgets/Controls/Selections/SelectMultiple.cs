namespace Notable.Widgets;

public partial class SelectMultiple<T> : IValueWidget<IReadOnlyList<T>>
{
    /// <summary>The indices of the selected options, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such option.</exception>
    public IReadOnlyList<int> Index { get => Get(index); set => Set(index, [.. value.Select(Checked)]); }

    /// <summary>The values of the selected options.</summary>
    /// <exception cref="ArgumentException">One of the values is not among the options.</exception>
    public IReadOnlyList<T> Value
    {
        get => [.. Index.Select(chosen => Options[chosen].Value)];
        set => Set(index, [.. value.Select(IndexOf)]);
    }

    internal override bool Accepts(string attribute, object? value) =>
        base.Accepts(attribute, value)
        && (attribute != index.Name || value is IReadOnlyList<int> chosen && chosen.All(IsOption) && chosen.Distinct().Count() == chosen.Count);

    private protected override void ChooseAfresh() => Set(index, []);
}
