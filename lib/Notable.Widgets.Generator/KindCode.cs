using System.Text;

namespace Notable.Widgets.Generator;

/// <summary>Writes the class of one kind of widget.</summary>
internal sealed class KindCode(Kind kind)
{
    private const int LineLength = 130;
    private readonly StringBuilder code = new();
    private readonly BaseClass parent = BaseClasses.Base(kind);

    private IEnumerable<KindAttribute> Own => kind.Attributes.Where(one => !parent.Attributes.Contains(one.Name));

    private bool IsSelection => BaseClasses.IsSelection(kind);

    /// <summary>Returns the text of the file.</summary>
    public string Write()
    {
        Line("// Written by Notable.Widgets.Generator from the widget specification: change what is there, not this file.");
        if (Own.Any(one => AttributeCode.Of(kind, one).Type.Contains("JsonObject", StringComparison.Ordinal)))
            Line("using System.Text.Json.Nodes;\n");
        Line("namespace Notable.Widgets;\n");
        Class();
        if (IsSelection)
            PlainSelection();
        return code.ToString();
    }

    private void Class()
    {
        Summary("", Summaries.Of(kind.ClassName));
        if (IsSelection)
            Line("/// <typeparam name=\"T\">The type of the options' values.</typeparam>");
        var isBase = BaseClasses.OffersAttributesAs(kind) is not null;
        Line($"public {(isBase || IsSelection ? "" : "sealed ")}partial class {kind.ClassName}{(IsSelection ? "<T>" : "")} : {string.Join(", ", Bases())}\n{{");
        foreach (var attribute in Own)
            Declare(attribute);
        Table();
        Constructor();
        if (isBase)
            ForDerived();
        foreach (var attribute in Own.Where(one => !BaseClasses.IsByHand(kind, one)))
            Property(attribute);
        if (BaseClasses.IsBounded(kind))
            Line("\n    internal override void Settle() => Value = Bounds.Clamp(Value, Min, Max);");
        Line("}");
    }

    private IEnumerable<string> Bases()
    {
        yield return parent.Name;
        if (Own.FirstOrDefault(one => one.Name == "value") is { } value)
            yield return $"IValueWidget<{AttributeCode.Of(kind, value).Type}>";
    }

    private void Declare(KindAttribute attribute)
    {
        var (type, declaration) = AttributeCode.Of(kind, attribute);
        var start = $"    private static readonly WidgetAttribute<{type}> {Names.Field(attribute.Name)} =";
        Line(start.Length + declaration.Length + 2 <= LineLength ? $"{start} {declaration};" : $"{start}\n        {declaration};");
    }

    private void Table()
    {
        Line("    private static readonly WidgetModel model = new(");
        Line($"        {Class(kind.Model)},");
        Line($"        {Class(kind.View)},");
        IEnumerable<string> all = [.. parent.AttributesName is { } name ? [$".. {name}"] : Array.Empty<string>(), .. Own.Select(one => Names.Field(one.Name))];
        Line($"        [{Wrapped(all, indent: 9)}]);\n");
    }

    private void Constructor()
    {
        var leading = Own.Concat(kind.Attributes).FirstOrDefault(one => one.Name == BaseClasses.Leading(kind));
        if (IsSelection)
            Summary("    ", "Creates the widget with these options. If it selects one option, it starts with the first.");
        else
            Summary("    ", leading is null ? "Creates the widget with the front end's defaults." : $"Creates the widget and sets its {leading.Name}.");
        var parameter = leading?.Name switch
        {
            null => IsSelection ? "params IReadOnlyList<Option<T>> options" : "",
            "children" => "params IReadOnlyList<Widget> children",
            var name => $"string {Names.Field(name)} = \"\"",
        };
        var passed = IsSelection ? ", options" : parent.Name == "Box" ? ", children" : "";
        Line($"    public {kind.ClassName}({parameter})\n        : base(model{passed})\n    {{");
        foreach (var owned in Own.Where(one => one.IsOwned))
            Line($"        {Names.Property(owned.Name)} = new {owned.Widget}();");
        // The specification lacks defaults that ipywidgets computes; a button without a word says nothing.
        if (kind.ClassName == "FileUpload")
            Line("        Description = \"Upload\";");
        if (leading is not null && passed.Length == 0)
            Line($"        {Names.Property(leading.Name)} = {Names.Field(leading.Name)};");
        Line("    }");
    }

    /// <summary>Writes the constructor that derived classes call, and the list of attributes that they extend.</summary>
    private void ForDerived()
    {
        var (parameter, body) = BaseClasses.Leading(kind) == "children" ? (", IReadOnlyList<Widget> children", " => Children = children;") : ("", "\n    {\n    }");
        Line("");
        Summary("    ", "Creates a widget of a derived class.");
        Line($"    private protected {kind.ClassName}(WidgetModel model{parameter})\n        : base(model){body}\n");
        Summary("    ", "The attributes that all widgets of this kind share.");
        Line($"    private protected static IReadOnlyList<WidgetAttribute> {BaseClasses.OffersAttributesAs(kind)} {{ get; }} =");
        Line($"        [{Wrapped([$".. {parent.AttributesName}", .. Own.Select(one => Names.Field(one.Name))], indent: 9)}];");
    }

    private void Property(KindAttribute attribute)
    {
        var type = AttributeCode.Of(kind, attribute).Type;
        var (name, field) = (Names.Property(attribute.Name), Names.Field(attribute.Name));
        if (field == "value")
            field = $"{kind.ClassName}.value";
        var set = type.StartsWith("IReadOnlyList", StringComparison.Ordinal) ? "[.. value]" : "value";
        Line("");
        Summary("    ", Summaries.Of(attribute));
        Line($"    public {type} {name} {{ get => Get({field}); set => Set({field}, {set}); }}");
    }

    private void PlainSelection()
    {
        Line("");
        Summary("", $"{Summaries.Of(kind.ClassName)} The options are texts.");
        Line($"public sealed class {kind.ClassName} : {kind.ClassName}<string>\n{{");
        Summary("    ", "Creates the widget with these texts as options.");
        Line($"    public {kind.ClassName}(params IReadOnlyList<Option<string>> options)\n        : base(options)\n    {{\n    }}\n}}");
    }

    private void Summary(string indent, string text)
    {
        var line = $"{indent}/// <summary>{text}</summary>";
        if (line.Length <= LineLength)
            Line(line);
        else
            Line($"{indent}/// <summary>\n{indent}/// {Wrapped(text.Split(' '), indent.Length + 4, " ", $"\n{indent}/// ")}\n{indent}/// </summary>");
    }

    private static string Wrapped(IEnumerable<string> parts, int indent, string separator = ", ", string? newLine = null)
    {
        var (text, column) = (new StringBuilder(), indent);
        foreach (var part in parts)
        {
            if (text.Length > 0 && column + part.Length + separator.Length > LineLength - 4)
                (text, column) = (text.Append(separator.TrimEnd()).Append(newLine ?? "\n" + new string(' ', indent)), indent);
            else if (text.Length > 0)
                (text, column) = (text.Append(separator), column + separator.Length);
            text.Append(part);
            column += part.Length;
        }
        return text.ToString();
    }

    private static string Class(JavaScriptClass name) =>
        $"ModelName.{Names.Property(name.Module.Split('/')[^1])}({(name.Name is null ? "null" : $"\"{name.Name}\"")})";

    private void Line(string line) => code.Append(line).Append('\n');
}
