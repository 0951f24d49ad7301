namespace Notable.Widgets.Generator;

/// <summary>Generates the files. They depend only on the specification, so every run writes the same text.</summary>
internal static class GeneratedFiles
{
    /// <summary>The path of the specification in the folder of <c>Notable.Widgets</c>.</summary>
    public static readonly string Specification = Path.Combine("Specification", "jupyterwidgetmodels.latest.json");

    /// <summary>The path of the generated files in the folder of <c>Notable.Widgets</c>.</summary>
    public const string Folder = "Models";

    /// <summary>Returns one file per kind of widget.</summary>
    public static IEnumerable<(string Name, string Text)> From(string specification) =>
        Kind.ReadAll(specification).Select(kind => ($"{kind.ClassName}.cs", new KindCode(kind).Write()));
}
