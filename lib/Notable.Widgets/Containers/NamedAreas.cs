namespace Notable.Widgets;

/// <summary>Puts widgets into the named areas of a CSS grid.</summary>
internal sealed class NamedAreas
{
    private readonly List<Widget> widgets = [];
    private readonly List<string> rows = [];

    /// <summary>The widgets that have an area.</summary>
    public IReadOnlyList<Widget> Widgets => widgets;

    /// <summary>The rows as <c>grid-template-areas</c> writes them.</summary>
    public string Template => string.Join('\n', rows);

    /// <summary>Gives a widget an area; null where there is no widget.</summary>
    public string? Name(string area, Widget? widget)
    {
        if (widget is null)
            return null;
        if (widget is DOMWidget placed)
            placed.Layout.GridArea = area;
        widgets.Add(widget);
        return area;
    }

    /// <summary>Adds a row. An empty area falls to its nearest neighbor; a row of empty areas is left out.</summary>
    public void Row(params IReadOnlyList<string?> areas)
    {
        if (areas.All(area => area is null))
            return;
        string[] filled = [.. areas.Select((area, i) => area ?? areas.Take(i).LastOrDefault(one => one is not null) ?? areas.Skip(i).First(one => one is not null)!)];
        rows.Add($"\"{string.Join(' ', filled)}\"");
    }
}
