namespace Notable.Widgets;

public partial class Box
{
    /// <summary>Returns the kind and the children. Nested boxes are shown by their kind only, because they may contain each other.</summary>
    public override string ToString() =>
        $"{GetType().Name}({string.Join(", ", Children.Select(one => one is Box ? one.GetType().Name : one.ToString()))})";
}
