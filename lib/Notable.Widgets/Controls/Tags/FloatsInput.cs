namespace Notable.Widgets;

public partial class FloatsInput
{
    internal override bool Accepts(string attribute, object? value) =>
        attribute != FloatsInput.value.Name
        || value is IReadOnlyList<double> tags && Tags.AreAllowed(tags, AllowedTags, AllowDuplicates) && tags.All(tag => !(tag < Min) && !(tag > Max));
}
