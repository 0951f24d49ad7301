using System.Collections.Concurrent;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// The target where another host of .NET Interactive runs the code: displays are raised for it by <see cref="Formatter"/>, as
/// HTML and text, and replaced under the ids that it gives them.
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

    /// <summary>Does nothing: such hosts cannot clear what a cell has shown.</summary>
    public void Clear(bool wait)
    {
    }
}
