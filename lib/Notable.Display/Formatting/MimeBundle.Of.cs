using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace Notable.Display;

public sealed partial class MimeBundle
{
    /// <summary>
    /// Formats a value in the MIME types that <see cref="Formatter"/> prefers for its type, or in the given ones; always with
    /// <c>text/plain</c>. A value that draws itself (<see cref="IDisplayable"/>) does so unless a format was registered for it.
    /// </summary>
    /// <param name="value">The value; null is shown as <see cref="Formatter.NullString"/>.</param>
    /// <param name="mimeTypes">The MIME types; if empty, the preferred ones.</param>
    /// <exception cref="FormatterException">A registered formatter threw an exception.</exception>
    public static MimeBundle Of(object? value, params string[] mimeTypes) => ValueBundle.Of(value, mimeTypes);

    /// <summary>Returns an HTML table with one row per item and one column per property. Text is escaped.</summary>
    public static string TableHtml<T>(IEnumerable<T> rows)
    {
        DefaultFormats.Install();
        return rows.ToTabularDataResource().ToDisplayString(MimeTypes.Html);
    }

    /// <summary>Returns the bundle of a display event's values. If none of them is plain text, the value's own text is used.</summary>
    internal static MimeBundle From(IReadOnlyList<FormattedValue> values, object? value = null)
    {
        var bundle = Text(values.FirstOrDefault(one => one.MimeType == MimeTypes.Text)?.Value
            ?? (value is not null ? ValueBundle.Text(value) : values.Count > 0 ? values[0].Value : ""));
        foreach (var one in values.Where(one => one.MimeType != MimeTypes.Text))
            bundle = bundle.With(one.MimeType, ValueBundle.Content(one.MimeType, one.Value));
        return bundle;
    }
}
