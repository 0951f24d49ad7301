using System.Net;
using Notable.Widgets;

namespace Notable;

/// <summary>A card for one picture on the cleaner's page: the picture, the model's remark, and the choice of what to do with it.</summary>
internal sealed class CleanerCard
{
    private readonly Image photo = new();
    private readonly HTML remark = new();
    private readonly Dropdown<Mark?> choice = new();
    private readonly IReadOnlyList<string> classes;
    private CleanerPicture? picture;

    /// <param name="classes">The classes a picture can be moved to.</param>
    /// <param name="marked">Called when the user changes the choice.</param>
    public CleanerCard(IReadOnlyList<string> classes, Action<CleanerPicture, Mark?> marked)
    {
        this.classes = classes;
        photo.Layout.Width = remark.Layout.Width = choice.Layout.Width = "auto";
        (photo.Layout.Height, photo.Layout.ObjectFit) = ("110px", "contain");
        View = new VBox(photo, remark, choice);
        (View.Layout.Padding, View.Layout.Overflow) = ("4px", "hidden");
        choice.OnChange(mark =>
        {
            if (picture is { } shown)
                marked(shown, mark);
            ShowMark(mark);
        });
    }

    public VBox View { get; }

    /// <summary>Shows a picture, or hides the card.</summary>
    /// <param name="next">The picture; null hides the card.</param>
    /// <param name="thumbnail">A small JPEG; null if the file cannot be read.</param>
    /// <param name="mark">Its mark.</param>
    public void Show(CleanerPicture? next, byte[]? thumbnail, Mark? mark)
    {
        if (next is not null && next.Class != picture?.Class)
            choice.Options = [("keep", null), ("delete", Mark.Delete), .. classes.Where(name => name != next.Class).Select(name => new Option<Mark?>($"to {name}", new Mark(name)))];
        picture = next;
        View.Layout.Display = next is null ? "none" : null;
        if (next is null)
            return;
        photo.Value = thumbnail;
        var text = thumbnail is null ? $"{next.File} cannot be read any more" : next.Remark;
        remark.Value = $"<div title=\"{WebUtility.HtmlEncode(next.File)}\" style=\"line-height:1.3;overflow-wrap:anywhere;white-space:pre-line\">{WebUtility.HtmlEncode(text)}</div>";
        choice.Value = mark;
        ShowMark(mark);
    }

    /// <summary>Shows the mark as a colored frame; without a mark the frame is transparent, so that the layout does not move.</summary>
    private void ShowMark(Mark? mark) => View.Layout.Border = $"3px solid {mark switch { null => "transparent", { Class: null } => "#c62828", _ => "#ef8f00" }}";
}
