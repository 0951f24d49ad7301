using System.Text.Json.Nodes;
using Notable.Kernel.Notebooks;

namespace Notable.Kernel.Scripting;

/// <summary>
/// Parameters as papermill has them: the cell tagged <c>parameters</c> declares variables with defaults, and a cell tagged
/// <c>injected-parameters</c> after it gives some of them other values.
/// </summary>
public static class Parameters
{
    private const string DefaultsTag = "parameters";
    private const string InjectedTag = "injected-parameters";

    /// <summary>The names that the notebook takes, with the types as declared; empty where no cell is tagged.</summary>
    public static IReadOnlyList<Parameter> Of(Notebook notebook) =>
        Tagged(notebook, DefaultsTag) is { } cell ? ParameterDeclarations.In(cell.Source) : [];

    /// <summary>Puts a cell with these values after the defaults, in place of one injected earlier.</summary>
    /// <param name="notebook">The notebook to change.</param>
    /// <param name="values">Name to text: as typed on a command line. Texts need no quotes and are never read as code.</param>
    /// <exception cref="ParameterException">
    /// No cell is tagged <c>parameters</c>, it declares no such variable, or the text is no value of the variable's type.
    /// </exception>
    public static void Inject(Notebook notebook, IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(values);
        var defaults = Tagged(notebook, DefaultsTag)
            ?? throw new ParameterException($"The notebook takes no parameters: no code cell is tagged '{DefaultsTag}'.");
        var known = ParameterDeclarations.In(defaults.Source);
        var lines = values.Select(value => Find(known, value.Key).Assign(value.Value));
        var injected = new NotebookCell(CellKind.Code, string.Join("\n", lines.Prepend("// Parameters")))
        {
            Metadata = new JsonObject { ["tags"] = new JsonArray(InjectedTag) },
        };
        if (Tagged(notebook, InjectedTag) is { } earlier)
            notebook.Cells.Remove(earlier);
        notebook.Cells.Insert(notebook.Cells.IndexOf(defaults) + 1, injected);
    }

    private static Parameter Find(IReadOnlyList<Parameter> known, string name) =>
        known.FirstOrDefault(parameter => parameter.Name == name)
        ?? throw new ParameterException(
            $"The notebook has no parameter '{name}'. "
            + $"It has {string.Join(", ", known.Select(parameter => $"{parameter.Name} ({parameter.Type})"))}.");

    private static NotebookCell? Tagged(Notebook notebook, string tag) =>
        notebook.Cells.FirstOrDefault(cell => cell.Kind == CellKind.Code && cell.Tags.Contains(tag));
}
