namespace Notable.Display;

/// <summary>A display in a notebook or page, which is updated at most ten times per second.</summary>
internal sealed class NotebookProgressView(IDisplayTarget target, TimeProvider time) : IProgressView
{
    private readonly RedrawInterval pace = new(time);
    private readonly string displayId = Guid.NewGuid().ToString("n");
    private bool isShown;

    /// <summary>Returns a static representation of a state.</summary>
    public static MimeBundle Bundle(ProgressState state) => MimeBundle.Html(ProgressHtml.Render(state), Text(state));

    public void Progress(ProgressState state)
    {
        if (pace.IsOver(RedrawInterval.Interval))
            Draw(state);
    }

    public void Row(ProgressState state) => Draw(state);

    public void End(ProgressState state) => Draw(state);

    private void Draw(ProgressState state)
    {
        pace.Mark();
        var bundle = Bundle(state);
        if (isShown)
            target.Update(displayId, bundle);
        else
            target.Display(bundle, displayId);
        isShown = true;
    }

    private static string Text(ProgressState state) => string.Join('\n', new[]
    {
        state.Columns.Count > 0 ? TextTable.Render(state.Columns, state.Rows) : "",
        state.Bar?.ToLine() ?? "",
    }.Where(part => part.Length > 0));
}
