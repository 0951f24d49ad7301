namespace Notable.Widgets;

/// <summary>Puts widgets into the named areas of a CSS grid.</summary>
internal sealed class NamedAreas
{
    private readonly List<Widget> widgets = [];
    private readonly List<string> rows = [];

    /// <summary>The widgets that have an area.</summary>
    public IReadOnlyList<Widget> Widgets => widgets;

    /// <summary>The rows in the syntax of <c>grid-template-areas</c>.</summary>
    public string Template => string.Join('\n', rows);

    /// <summary>Assigns an area to a widget and returns its name; null if there is no widget.</summary>
    public string? Name(string area, Widget? widget)
    {
        if (widget is null)
            return null;
        if (widget is DOMWidget placed)
            placed.Layout.GridArea = area;
        widgets.Add(widget);
        return area;
    }

    /// <summary>Adds a row. The nearest neighbor fills an empty area; a row of empty areas is omitted.</summary>
    public void Row(params IReadOnlyList<string?> areas)
    {
        if (areas.All(area => area is null))
            return;
        string[] filled = [.. areas.Select((area, i) => area ?? areas.Take(i).LastOrDefault(one => one is not null) ?? areas.Skip(i).First(one => one is not null)!)];
        rows.Add($"\"{string.Join(' ', filled)}\"");
    }
}
