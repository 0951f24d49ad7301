namespace Notable.Widgets;

public partial class ColorsInput
{
    internal override bool Accepts(string attribute, object? value) =>
        attribute != ColorsInput.value.Name || Tags.AreAllowed((IReadOnlyList<string>)value!, AllowedTags, AllowDuplicates);
}
