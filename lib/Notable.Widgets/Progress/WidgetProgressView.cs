using System.Net;
using Notable.Display;

namespace Notable.Widgets;

/// <summary>
/// Shows progress with widgets. During the work only the bar's value and the numbers beside it are sent. At the end the widgets are
/// closed and replaced by static HTML of the final state, which a saved notebook keeps.
/// </summary>
internal sealed class WidgetProgressView(IDisplayTarget target, TimeProvider time) : IProgressView
{
    private readonly RedrawInterval pace = new(time);
    private readonly string displayId = Guid.NewGuid().ToString("n");
    private readonly HTML table = new();
    private readonly HTML label = new();
    private readonly FloatProgress bar = new() { Max = 1 };
    private readonly HTML figures = new();
    private HBox? line;
    private VBox? shown;

    /// <summary>Returns a view if a front end shows the widgets of the running code; otherwise null.</summary>
    public static IProgressView? For(IDisplayTarget target, TimeProvider time) =>
        WidgetManager.Current.HasFrontEnd ? new WidgetProgressView(target, time) : null;

    public void Progress(ProgressState state)
    {
        if (pace.IsOver(RedrawInterval.Interval))
            Draw(state);
    }

    public void Row(ProgressState state) => Draw(state);

    public void End(ProgressState state)
    {
        var last = NotebookProgressView.Bundle(state);
        try
        {
            if (shown is null)
                target.Display(last, displayId);
            else
                target.Update(displayId, last);
        }
        finally
        {
            foreach (var widget in new DOMWidget?[] { shown, line, table, label, bar, figures })
                CloseWhole(widget);
        }
    }

    private void Draw(ProgressState state)
    {
        pace.Mark();
        table.Value = state.Columns.Count > 0 ? ProgressHtml.Render(state with { Bar = null }) : "";
        label.Value = Escaped(state.Bar?.Label);
        bar.Value = state.Bar?.Fraction ?? 0;
        bar.Layout.Display = state.Bar?.Fraction is null ? "none" : null;
        figures.Value = Escaped(state.Bar is { } now ? $"{(now.Percent is { } percent ? $"{percent}% " : "")}{now.Figures} {now.Note}" : null);
        if (shown is not null)
            return;
        line = new HBox(label, bar, figures);
        shown = new VBox(table, line);
        target.Display(NotebookProgressView.Bundle(state).With(Widget.ViewMimeType, shown.ToMimeBundle().Content(Widget.ViewMimeType)!.DeepClone()), displayId);
    }

    /// <summary>Closes a widget with its layout and style.</summary>
    private static void CloseWhole(DOMWidget? widget)
    {
        if (widget is null)
            return;
        widget.Close();
        foreach (var own in widget.State.References().Where(one => one is not DOMWidget))
            own.Close();
    }

    private static string Escaped(string? text) => WebUtility.HtmlEncode(text?.Trim() ?? "");
}
