namespace Notable.Widgets;

/// <summary>A JavaScript class of a widget's model or view.</summary>
/// <param name="Module">The npm module, for example <c>@jupyter-widgets/controls</c>.</param>
/// <param name="Version">The version range of the module, for example <c>2.0.0</c>.</param>
/// <param name="Name">The class, for example <c>ButtonModel</c>; null for the view of a widget that is not shown.</param>
public sealed record ModelName(string Module, string Version, string? Name)
{
    /// <summary>A class of <c>@jupyter-widgets/base</c> 2: layouts, and the views of all style models.</summary>
    public static ModelName Base(string? name) => new("@jupyter-widgets/base", "2.0.0", name);

    /// <summary>A class of <c>@jupyter-widgets/controls</c> 2.</summary>
    public static ModelName Controls(string? name) => new("@jupyter-widgets/controls", "2.0.0", name);

    /// <summary>A class of <c>@jupyter-widgets/output</c> 1.</summary>
    public static ModelName Output(string? name) => new("@jupyter-widgets/output", "1.0.0", name);
}
