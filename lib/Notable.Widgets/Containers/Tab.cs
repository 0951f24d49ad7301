namespace Notable.Widgets;

public partial class Tab
{
    /// <summary>Ensures that a page is selected if there are pages.</summary>
    internal override void Settle()
    {
        if (Children.Count > 0 && (SelectedIndex is not { } chosen || chosen < 0 || chosen >= Children.Count))
            SelectedIndex = 0;
    }
}
