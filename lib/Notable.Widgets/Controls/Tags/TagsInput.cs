namespace Notable.Widgets;

public partial class TagsInput
{
    internal override bool Accepts(string attribute, object? value) =>
        attribute != TagsInput.value.Name || Tags.AreAllowed((IReadOnlyList<string>)value!, AllowedTags, AllowDuplicates);
}
