namespace Notable.Widgets.Generator;

/// <summary>The generated files, from nothing but the specification: the same text every time.</summary>
internal static class GeneratedFiles
{
    /// <summary>The specification's file, in the folder of <c>Notable.Widgets</c>.</summary>
    public static readonly string Specification = Path.Combine("Specification", "jupyterwidgetmodels.latest.json");

    /// <summary>The folder of the generated files, in the folder of <c>Notable.Widgets</c>.</summary>
    public const string Folder = "Models";

    /// <summary>A file a kind of widget.</summary>
    public static IEnumerable<(string Name, string Text)> From(string specification) =>
        Kind.ReadAll(specification).Select(kind => ($"{kind.ClassName}.cs", new KindCode(kind).Write()));
}
