namespace Notable.Widgets;

public partial class Combobox
{
    internal override bool Accepts(string attribute, object? value) =>
        attribute != Combobox.value.Name || !EnsureOption || value is "" || Options.Contains((string)value!);
}
