using Microsoft.CodeAnalysis;
using Notable.Kernel.Notebooks;
using Notable.Kernel.Scripting.Compiling;

namespace Notable.Kernel.Scripting.Parameterizing;

/// <summary>Finds the variables that a cell declares, with their types. The cells up to it are compiled but not run.</summary>
internal static class ParameterDeclarations
{
    /// <exception cref="NotebookCompilationException">A cell up to it does not compile.</exception>
    public static IReadOnlyList<Parameter> In(Notebook notebook, NotebookCell declaring, ScriptEnvironment environment)
    {
        var compiler = new CellCompiler(environment);
        var before = 0;
        foreach (var (ordinal, (index, cell)) in notebook.CodeCells().Index())
        {
            before = compiler.Texts.Count;
            compiler.Compile(cell, index, ordinal + 1);
            if (cell == declaring)
                break;
        }
        return
        [
            .. from text in compiler.Texts.Skip(before)
               from field in text.Script.GetCompilation().ScriptClass!.GetMembers().OfType<IFieldSymbol>()
               where !field.IsImplicitlyDeclared && field.CanBeReferencedByName
               select new Parameter(field),
        ];
    }
}
