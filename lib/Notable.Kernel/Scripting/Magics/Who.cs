using Notable.Display;
using Notable.Kernel.Scripting.Cells;

namespace Notable.Kernel.Scripting.Magics;

/// <summary><c>#!who</c> and <c>#!whos</c></summary>
internal sealed class Who(string name, bool withValues) : Magic
{
    public override string Name => name;

    public override string Help => withValues ? "lists the variables with their types and values" : "lists the names of the variables";

    public override IReadOnlyList<CellPart> Compile(CellSection section, MagicContext context) => [new ActionPart(Show)];

    private void Show(SessionState session)
    {
        var variables = session.Variables.OrderBy(variable => variable.Name, StringComparer.Ordinal);
        if (withValues)
            variables.Select(one => new { one.Name, Type = Friendly(one.Type), one.Value }).ToArray().Display();
        else
            string.Join(", ", variables.Select(one => one.Name)).Display();
    }

    private static string Friendly(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Friendly))}>";
}
