namespace Notable.Widgets;

/// <summary>Whether a widget is open in the front end.</summary>
internal enum WidgetPhase : byte
{
    Unopened,

    /// <summary>The widgets it refers to are being opened. If one refers back to it, it must not be opened again.</summary>
    Opening,
    Open,
    Closed,
}
