using System.Net;
using Notable.Learning;
using Notable.Widgets;

namespace Notable;

/// <summary>The cleaner's controls around the pictures: selection, paging and actions.</summary>
internal sealed class CleanerControls
{
    private const string TextStyle = "style=\"line-height:1.4;overflow-wrap:anywhere;white-space:pre-line\"";
    private readonly Dropdown<string?> shown;
    private readonly Dropdown<Subset> half = new(("training", Subset.Train), ("validation", Subset.Valid)) { Description = "Half" };
    private readonly Button previous = new("Previous") { Icon = "arrow-left" }, next = new("Next") { Icon = "arrow-right" };
    private readonly Button undo = new("Undo") { Icon = "undo" }, apply = new("Apply") { Icon = "check", ButtonStyle = "primary" };
    private readonly Button purge = new() { Icon = "trash" };
    private readonly HTML place = new(), counts = new(), message = new();
    private readonly CleaningSession session;
    private bool isSure;

    public CleanerControls(CleaningSession session, IReadOnlyList<Widget> cards)
    {
        this.session = session;
        shown = new([.. session.Suspects.Count > 0 ? [("suspected", null)] : Array.Empty<Option<string?>>(), .. session.Classes.Select(name => new Option<string?>(name, name))]) { Description = "Show" };
        var grid = new GridBox(cards);
        (grid.Layout.GridTemplateColumns, grid.Layout.GridGap, grid.Layout.Width) = ("repeat(auto-fill, minmax(150px, 1fr))", "8px", "100%");
        previous.Layout.Width = next.Layout.Width = "auto";
        View = new VBox([.. Skipped(session), Row(shown, half), grid, Row(previous, place, next), Row(counts), Row(undo, apply, purge), message]);
    }

    public VBox View { get; }

    /// <summary>The selected class; null for the suspects.</summary>
    public string? Class => shown.Value;

    /// <summary>The selected half of the data.</summary>
    public Subset Subset => half.Value;

    /// <summary>Adds a handler for the selection of other pictures.</summary>
    public void OnSwitch(Action handler)
    {
        shown.OnChange(_ => handler());
        half.OnChange(_ => handler());
    }

    /// <summary>Adds a handler for paging: 1 forward, -1 back.</summary>
    public void OnTurn(Action<int> handler)
    {
        previous.OnClick(() => handler(-1));
        next.OnClick(() => handler(1));
    }

    /// <summary>Adds a handler for undo.</summary>
    public void OnUndo(Action handler) => undo.OnClick(handler);

    /// <summary>Adds a handler for applying the marks.</summary>
    public void OnApply(Action handler) => apply.OnClick(handler);

    /// <summary>Adds a handler for emptying the trash, called after a confirmation.</summary>
    public void OnPurge(Action handler) => purge.OnClick(() =>
    {
        if (isSure)
            handler();
        else
            ShowPurge(sure: true);
    });

    /// <summary>Shows the position of the page in the list.</summary>
    public void ShowPlace(CleanerPages pages)
    {
        half.Disabled = Class is null;
        (previous.Disabled, next.Disabled) = (pages.Page == 0, pages.Page == pages.Count - 1);
        place.Value = pages.Text;
    }

    /// <summary>Shows the number of marked pictures, and enables the possible actions.</summary>
    public void ShowCounts()
    {
        var (delete, move) = (session.ToDelete, session.ToMove);
        counts.Value = delete + move == 0 ? "Nothing is marked." : $"<b>{delete + move} marked</b>: {delete} to delete, {move} to move.";
        apply.Disabled = delete + move == 0;
        undo.Disabled = !session.CanUndoMark && !session.CanUndoChanges;
        undo.Description = session.CanUndoMark || !session.CanUndoChanges ? "Undo" : "Undo apply";
        ShowPurge(sure: false);
    }

    /// <summary>Shows a message below the buttons, as plain text.</summary>
    public void Say(string text) => message.Value = $"<div role=\"status\" {TextStyle}>{WebUtility.HtmlEncode(text)}</div>";

    /// <summary>Returns a line about the files that are not shown, above the pictures; nothing if all are.</summary>
    private static IEnumerable<Widget> Skipped(CleaningSession session) =>
        CleanerText.Skipped(session) is { Length: > 0 } text ? [new HTML($"<div {TextStyle}>{WebUtility.HtmlEncode(text)}</div>")] : [];

    private void ShowPurge(bool sure)
    {
        isSure = sure;
        var count = session.Changes.Trashed.Count;
        purge.Layout.Display = count == 0 ? "none" : null;
        purge.Description = sure ? $"Delete {CleanerText.Pictures(count)} permanently?" : $"Empty the trash ({count})";
        purge.ButtonStyle = sure ? "danger" : "";
        purge.Layout.Width = "auto";
    }

    /// <summary>Places widgets side by side, or stacked in a narrow window.</summary>
    private static HBox Row(params IReadOnlyList<Widget> widgets)
    {
        var row = new HBox(widgets);
        (row.Layout.FlexFlow, row.Layout.AlignItems) = ("row wrap", "center");
        return row;
    }
}
