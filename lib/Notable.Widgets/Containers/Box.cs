namespace Notable.Widgets;

public partial class Box
{
    /// <summary>The kind, and what it holds. Boxes within are not opened: they may hold one another in a circle.</summary>
    public override string ToString() =>
        $"{GetType().Name}({string.Join(", ", Children.Select(one => one is Box ? one.GetType().Name : one.ToString()))})";
}
