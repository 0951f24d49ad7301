namespace Notable.Widgets;

public partial class Layout
{
    /// <summary>All four borders, for example <c>1px solid gray</c>; null if they differ or are not set.</summary>
    public string? Border
    {
        get => BorderTop == BorderRight && BorderTop == BorderBottom && BorderTop == BorderLeft ? BorderTop : null;
        set => (BorderTop, BorderRight, BorderBottom, BorderLeft) = (value, value, value, value);
    }
}
