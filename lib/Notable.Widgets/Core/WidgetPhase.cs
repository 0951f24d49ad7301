namespace Notable.Widgets;

/// <summary>The life of a widget as the front end sees it.</summary>
internal enum WidgetPhase : byte
{
    Unopened,

    /// <summary>What it refers to is being opened: a widget that refers back to it must not open it again.</summary>
    Opening,
    Open,
    Closed,
}
