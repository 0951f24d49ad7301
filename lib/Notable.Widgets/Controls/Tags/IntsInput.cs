namespace Notable.Widgets;

public partial class IntsInput
{
    internal override bool Accepts(string attribute, object? value) =>
        attribute != IntsInput.value.Name
        || value is IReadOnlyList<int> tags && Tags.AreAllowed(tags, AllowedTags, AllowDuplicates) && tags.All(tag => !(tag < Min) && !(tag > Max));
}
