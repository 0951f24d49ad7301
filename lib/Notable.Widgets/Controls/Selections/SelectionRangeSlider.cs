namespace Notable.Widgets;

public partial class SelectionRangeSlider<T> : IValueWidget<(T Lower, T Upper)>
{
    /// <summary>The indices at the two handles, from 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such option.</exception>
    public (int Lower, int Upper) Index { get => Get(index); set => Set(index, (Checked(value.Lower), Checked(value.Upper))); }

    /// <summary>The values at the two handles.</summary>
    /// <exception cref="ArgumentException">One of the values is not among the options.</exception>
    /// <exception cref="InvalidOperationException">There are no options.</exception>
    public (T Lower, T Upper) Value
    {
        get => Options.Count > 0 ? (Options[Index.Lower].Value, Options[Index.Upper].Value)
            : throw new InvalidOperationException("This slider has no options: set Options before reading Value.");
        set => Set(index, (IndexOf(value.Lower), IndexOf(value.Upper)));
    }

    internal override bool Accepts(string attribute, object? value) =>
        base.Accepts(attribute, value) && (attribute != index.Name || value is (int lower, int upper) && IsOption(lower) && IsOption(upper));

    private protected override void ChooseAfresh() => Set(index, (0, 0));
}
