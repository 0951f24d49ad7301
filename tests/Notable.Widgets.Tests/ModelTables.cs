using System.Text.Json.Nodes;
using Notable.Testing;

namespace Notable.Widgets.Tests;

public class ModelTables
{
    public static TheoryData<Type> Kinds =>
        [.. typeof(Widget).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Widget)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_widgets_model_view_attributes_and_defaults_are_those_of_the_specification(Type kind)
    {
        var specification = JsonNode.Parse(File.ReadAllText(Repository.Shared("specs", "jupyterwidgetmodels.latest.json")))!.AsArray();
        var model = Make(kind).Model;
        var entry = specification.Single(one => (string?)one!["model"]!["name"] == model.Model.Name)!;

        Assert.Equal(Name(entry["model"]!), model.Model);
        Assert.Equal(Name(entry["view"]!), model.View);
        Assert.Equal(
            entry["attributes"]!.AsArray().Where(one => !IsHeader(one!)).Select(one => Describe(one!)).Order(),
            model.Attributes.Select(Describe).Order());
    }

    [Fact]
    public void A_state_says_which_classes_show_it()
    {
        var state = new Button().State.Write();
        Assert.Equal("ButtonModel", (string?)state["_model_name"]);
        Assert.Equal("@jupyter-widgets/controls", (string?)state["_view_module"]);
        Assert.Equal("StyleView", new ButtonStyle().Model.View.Name);
        Assert.Equal("@jupyter-widgets/base", new ButtonStyle().Model.View.Module);
    }

    private static Widget Make(Type kind) =>
        (Widget)Activator.CreateInstance(kind, [.. kind.GetConstructors().Single().GetParameters().Select(Argument)])!;

    private static object? Argument(System.Reflection.ParameterInfo parameter) =>
        parameter.HasDefaultValue ? parameter.DefaultValue : Array.Empty<Widget>();

    private static ModelName Name(JsonNode node) => new((string)node["module"]!, (string)node["version"]!, (string)node["name"]!);

    private static bool IsHeader(JsonNode attribute) =>
        (string)attribute["name"]! is var name && (name.StartsWith("_model") || name.StartsWith("_view"));

    private static string Describe(JsonNode attribute)
    {
        var value = (string?)attribute["type"] switch
        {
            "bytes" => "bytes",
            "reference" => "null",
            _ => Number(attribute["default"]),
        };
        return $"{attribute["name"]} = {value}";
    }

    private static string Describe(WidgetAttribute attribute) =>
        $"{attribute.Name} = {(attribute.DefaultValue is ReadOnlyMemory<byte> ? "bytes" : Number(attribute.Write(attribute.DefaultValue)))}";

    // 100.0 and 100 are one number
    private static string Number(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.Number
            ? double.Parse(value.ToJsonString()).ToString()
            : node?.ToJsonString() ?? "null";
}
