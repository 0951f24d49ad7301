using System.Text.Json.Nodes;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting.Parameterizing;

namespace Notable.Kernel.Scripting;

/// <summary>
/// Parameters as in papermill: the cell tagged <c>parameters</c> declares variables with defaults, and a cell tagged
/// <c>injected-parameters</c> after it sets some of them to other values. Values that the tagged cell computes from its variables
/// are therefore computed from the defaults.
/// </summary>
/// <remarks>
/// Types that can be set: string, char, bool, all integer types, float, double, decimal, enums, DateTime, DateTimeOffset, DateOnly,
/// TimeOnly, TimeSpan, Guid, Uri, nullable types of these, and lists of these (<c>[1, 2]</c>). Numbers have a decimal point and
/// no thousands separators; dates are ISO 8601. A constant or readonly variable is declared again, and later cells see the new declaration.
/// </remarks>
public static class Parameters
{
    private const string DefaultsTag = "parameters";
    private const string InjectedTag = "injected-parameters";

    /// <summary>Returns the notebook's parameters; empty if no cell is tagged.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="environment">The references and imports of the cells; <see cref="ScriptEnvironment.Default"/> by default.</param>
    /// <exception cref="NotebookCompilationException">The tagged cell, or one before it, does not compile.</exception>
    public static IReadOnlyList<Parameter> Of(Notebook notebook, ScriptEnvironment? environment = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return Tagged(notebook, DefaultsTag) is { } cell ? ParameterDeclarations.In(notebook, cell, environment ?? ScriptEnvironment.Default) : [];
    }

    /// <summary>Inserts a cell with these values after the defaults. It replaces a cell injected earlier.</summary>
    /// <param name="notebook">The notebook to change.</param>
    /// <param name="values">The values by name, as typed on a command line. They need no quotes and are never interpreted as code.</param>
    /// <param name="environment">The references and imports of the cells; <see cref="ScriptEnvironment.Default"/> by default.</param>
    /// <exception cref="NotebookCompilationException">The tagged cell, or one before it, does not compile.</exception>
    /// <exception cref="ParameterException">
    /// No cell is tagged <c>parameters</c>, it does not declare the variable, or the text is not a value of its type.
    /// </exception>
    public static void Inject(Notebook notebook, IReadOnlyDictionary<string, string> values, ScriptEnvironment? environment = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(values);
        var defaults = Tagged(notebook, DefaultsTag)
            ?? throw new ParameterException($"The notebook takes no parameters: no code cell is tagged '{DefaultsTag}'.");
        var known = ParameterDeclarations.In(notebook, defaults, environment ?? ScriptEnvironment.Default);
        string[] lines = [.. values.Select(value => Find(known, value.Key).Assign(value.Value))];
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
