using System.Collections.Concurrent;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// The target for code that runs in another host of .NET Interactive, not in Notable's kernel. Displays are sent to that host through
/// .NET Interactive, as HTML and text; the value of each is kept, because updates need the id that the host assigned to it.
/// </summary>
internal sealed class ForeignTarget : IDisplayTarget
{
    private const int Most = 10_000;

    [ThreadStatic]
    private static DisplayedValue? raised;

    private readonly ConcurrentDictionary<string, DisplayedValue> shown = [];

    private ForeignTarget() => Formatter.SubscribeToDisplayedValues(value => raised = value);

    public static ForeignTarget Instance { get; } = new();

    public bool IsInteractive => true;

    public void Display(MimeBundle bundle, string displayId)
    {
        raised = null;
        DisplayExtensions.Display(bundle, MimeTypes.Html, MimeTypes.Text);
        if (raised is not null && shown.Count < Most)
            shown[displayId] = raised;
    }

    public void Update(string displayId, MimeBundle bundle)
    {
        if (shown.TryGetValue(displayId, out var value))
            value.Update(bundle);
    }

    public void Write(OutputStream stream, string text) => (stream == OutputStream.Out ? Console.Out : Console.Error).Write(text);

    /// <summary>Does nothing: other hosts cannot clear a cell's outputs.</summary>
    public void Clear(bool wait)
    {
    }
}
