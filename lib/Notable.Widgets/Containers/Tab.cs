namespace Notable.Widgets;

public partial class Tab
{
    /// <summary>A page is always in front where there is one.</summary>
    internal override void Settle()
    {
        if (Children.Count > 0 && (SelectedIndex is not { } chosen || chosen < 0 || chosen >= Children.Count))
            SelectedIndex = 0;
    }
}
