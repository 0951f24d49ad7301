using System.Collections;
using System.Globalization;

namespace Notable.Display;

/// <summary>Text in rows and columns, and what was left off.</summary>
/// <param name="Columns">Headings; a single empty one for a list of plain values.</param>
/// <param name="Rows">A text a column.</param>
/// <param name="More">What is not shown, as "… and 20 more"; null where all is.</param>
internal sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows, string? More = null)
{
    private const int MaxRows = 50;
    private const int MaxColumns = 20;
    private const string ValueColumn = "value";

    /// <summary>Whether the rows are plain values without parts.</summary>
    public bool IsList => Columns is [ValueColumn];

    /// <summary>Items of a collection a row, their parts a column; no more is enumerated than is shown.</summary>
    public static Table Of(IEnumerable items)
    {
        var shown = new List<object?>();
        string? more = null;
        try
        {
            foreach (var item in items)
            {
                if (shown.Count == MaxRows)
                {
                    more = Count(items) is { } count
                        ? string.Create(CultureInfo.InvariantCulture, $"… and {count - MaxRows} more")
                        : "… and more";
                    break;
                }
                shown.Add(item);
            }
        }
        catch (Exception error)
        {
            more = $"… ended by {Guard.Describe(error)}";
        }
        string[] columns = [.. shown.SelectMany(Names).Distinct().Take(MaxColumns)];
        return new Table(columns is [] ? [ValueColumn] : columns, [.. shown.Select(item => Row(item, columns is [] ? [ValueColumn] : columns))], more);
    }

    private static IEnumerable<string> Names(object? item) =>
        Parts(item) is { Count: > 0 } parts ? parts.Select(member => member.Name) : [ValueColumn];

    private static string[] Row(object? item, string[] columns)
    {
        var parts = Parts(item);
        return [.. columns.Select(column =>
            parts.Count == 0 ? column == ValueColumn ? Brief.Of(item) : ""
            : parts.FirstOrDefault(member => member.Name == column) is { } part ? Brief.Of(part, item!) : "")];
    }

    private static IReadOnlyList<Member> Parts(object? item) =>
        item is null or string or IEnumerable ? [] : Shape.Of(item.GetType()).Members;

    private static int? Count(IEnumerable items) =>
        items is ICollection collection
            ? collection.Count
            : items.GetType().GetInterfaces()
                .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() is var generic
                    && (generic == typeof(IReadOnlyCollection<>) || generic == typeof(ICollection<>)))
                .Select(type => (int?)type.GetProperty(nameof(ICollection.Count))!.GetValue(items))
                .FirstOrDefault();
}
