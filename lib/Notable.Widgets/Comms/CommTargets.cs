namespace Notable.Widgets;

/// <summary>The comm targets and versions of the Jupyter Widgets protocol.</summary>
public static class CommTargets
{
    /// <summary>The target of a widget's comm.</summary>
    public const string Widget = "jupyter.widget";

    /// <summary>The target of the comm that front ends use to request all widget states.</summary>
    public const string Control = "jupyter.widget.control";

    /// <summary>The protocol version in the metadata of a widget's <c>comm_open</c>; front ends refuse other major versions.</summary>
    public const string ProtocolVersion = "2.1.0";
}
