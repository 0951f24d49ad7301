using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// Brings displayed values to display targets. Where this library's kernel or host runs the code, it is also the one that
/// <see cref="Formatter"/> tells of displays; in another host (dotnet-interactive) that host shows them.
/// </summary>
internal static class Displays
{
    /// <summary>Where a value was shown and in which forms, for its updates.</summary>
    private static readonly ConditionalWeakTable<DisplayedValue, DisplayPlace> places = [];

    /// <summary>Whether another host shows what formatters raise: there is one, and the running code is none of ours.</summary>
    public static bool IsForeign => !IsOurs && DisplayTarget.InUse is null && FormatterInternals.HasHandler;

    private static bool IsOurs { get; set; }

    /// <summary>From now on displays go to the display target of the running code.</summary>
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
        // Only the text: an update formats anew whatever is named here, also what a new value has no form of.
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
