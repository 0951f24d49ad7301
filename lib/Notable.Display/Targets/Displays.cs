using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// Sends displayed values to display targets. In this library's kernel or app host it also handles the displays of
/// <see cref="Formatter"/>; in another host (dotnet-interactive), that host shows them.
/// </summary>
internal static class Displays
{
    /// <summary>The target and MIME types of displayed values, for their updates.</summary>
    private static readonly ConditionalWeakTable<DisplayedValue, DisplayPlace> places = [];

    /// <summary>Whether another host shows displayed values.</summary>
    public static bool IsForeign => !IsOurs && DisplayTarget.InUse is null && FormatterInternals.HasHandler;

    private static bool IsOurs { get; set; }

    /// <summary>Sends all displays to the display target of the running code from now on.</summary>
    public static void TakeOver()
    {
        IsOurs = true;
        FormatterInternals.HandleDisplays(OnDisplayed);
    }

    public static DisplayedValue Show(object? value, params string[] mimeTypes)
    {
        DefaultFormats.Install();
        if (IsForeign)
            return DisplayExtensions.Display(value, mimeTypes);
        if (!IsOurs && DisplayTarget.InUse is not null)
            TakeOver();
        // Only the text: an update formats the new value in all types listed here, even those it does not have.
        var bundle = MimeBundle.Of(value, mimeTypes);
        var shown = new DisplayedValue(value, [new FormattedValue(MimeTypes.Text, bundle.PlainText)]);
        Put(shown, bundle, mimeTypes);
        return shown;
    }

    private static void OnDisplayed(DisplayedValue shown)
    {
        if (!shown.IsUpdated)
            Put(shown, MimeBundle.From(shown.FormattedValues, shown.Value), []);
        else if (places.TryGetValue(shown, out var place))
            place.Target.Update(shown.DisplayId, MimeBundle.Of(shown.Value, place.MimeTypes));
        else
            DisplayTarget.Current.Update(shown.DisplayId, MimeBundle.From(shown.FormattedValues, shown.Value));
    }

    private static void Put(DisplayedValue shown, MimeBundle bundle, string[] mimeTypes)
    {
        var target = DisplayTarget.Current;
        places.AddOrUpdate(shown, new DisplayPlace(target, mimeTypes));
        target.Display(bundle, shown.DisplayId);
    }

    private sealed record DisplayPlace(IDisplayTarget Target, string[] MimeTypes);
}
