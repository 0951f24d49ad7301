namespace Notable.Widgets;

public partial class Layout
{
    /// <summary>All four borders at once, as <c>1px solid gray</c>; null where they differ or are left to the front end.</summary>
    public string? Border
    {
        get => BorderTop == BorderRight && BorderTop == BorderBottom && BorderTop == BorderLeft ? BorderTop : null;
        set => (BorderTop, BorderRight, BorderBottom, BorderLeft) = (value, value, value, value);
    }
}
