namespace Notable.Display;

/// <summary>What a notebook calls to show something: <c>display(x)</c>, <c>x.Display()</c>, <c>HTML("…")</c>.</summary>
public static class Displaying
{
    /// <summary>Shows a value on the current target.</summary>
    /// <returns>A handle by which what is shown can be replaced.</returns>
#pragma warning disable IDE1006 // The name that C# notebooks know
    public static DisplayedValue display(object? value) => new(DisplayTarget.Current, Formatter.Format(value));
#pragma warning restore IDE1006

    /// <summary>Shows this value on the current target.</summary>
    /// <returns>A handle by which what is shown can be replaced.</returns>
    public static DisplayedValue Display(this object? value) => display(value);

    /// <summary>Removes what the running cell has shown so far.</summary>
    /// <param name="wait">Whether to wait with it until the next output comes: without a flicker.</param>
    public static void ClearOutput(bool wait = false) => DisplayTarget.Current.Clear(wait);

    /// <summary>Markup to be shown as it is, unescaped: pass nothing that came from outside.</summary>
    public static HtmlContent HTML(string markup) => new(markup);
}
