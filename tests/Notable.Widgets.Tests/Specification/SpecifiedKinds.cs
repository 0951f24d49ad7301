using System.Text.Json.Nodes;
using Notable.Testing;

namespace Notable.Widgets.Tests;

public class SpecifiedKinds
{
    private static readonly JsonArray specification = JsonNode.Parse(File.ReadAllText(
        Repository.Path("lib", "Notable.Widgets", "Specification", "jupyterwidgetmodels.latest.json")))!.AsArray();

    public static TheoryData<string> Models => [.. specification.Select(entry => (string)entry!["model"]!["name"]!)];

    [Fact]
    public void There_is_one_widget_for_each_of_the_69_models_of_the_specification()
    {
        Assert.Equal(69, specification.Count);
        Assert.Equal(Models.Select(row => row.Data).Order(), Kinds.Make().Select(widget => widget.Model.Model.Name).Order());
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_new_widgets_state_has_the_names_types_and_defaults_of_the_specification(string model)
    {
        var widget = Kinds.Make(model);
        var state = widget.State.Write();
        var attributes = Attributes(model);
        Assert.Empty(state.Select(entry => entry.Key).Except(attributes.Select(Name)));
        Assert.Equal(attributes.Where(one => !NamesAClass(one)).Select(Name).Order(), widget.Model.Attributes.Select(one => one.Name).Order());
        foreach (var attribute in attributes)
            AssertDefault(widget, attribute, state);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void A_widget_takes_from_the_front_end_what_the_specification_allows_and_nothing_else(string model)
    {
        var widget = Kinds.Make(model);
        foreach (var specified in Attributes(model).Where(one => !NamesAClass(one)))
        {
            var attribute = widget.Model.Attributes[widget.Model.IndexOf(Name(specified))];
            foreach (var allowed in Samples.Allowed(model, specified))
                Assert.True(JsonNode.DeepEquals(allowed, attribute.Write(attribute.Read(allowed, _ => null))), $"{attribute.Name} changes {allowed}");
            foreach (var refused in Samples.Refused(specified))
                Assert.Throws<WidgetStateException>(() => attribute.Read(refused, _ => null));
        }
    }

    private static void AssertDefault(Widget widget, JsonObject attribute, JsonObject state)
    {
        var (name, type) = (Name(attribute), attribute["type"]!.ToString());
        if (!state.ContainsKey(name))
        {
            // The front end's own default is null as well: see Core/Types/OptionalTypes.cs.
            Assert.True(attribute["default"] is null && type is "string" or "bool", $"{name} is missing");
            return;
        }
        switch (type)
        {
            case "reference":
                var own = Assert.Single(widget.State.References(), one => $"IPY_MODEL_{one.ModelId}" == (string?)state[name]);
                Assert.Equal($"{attribute["widget"]}Model", own.Model.Model.Name);
                break;
            case "bytes":
                Assert.True(BinaryBuffers.Bytes(state[name]).IsEmpty);
                break;
            default:
                // ipywidgets computes this one, and the specification says "".
                var expected = widget is FileUpload && name == "description" ? "Upload" : attribute["default"];
                Assert.True(JsonNode.DeepEquals(expected, state[name]), $"{name} is {state[name]?.ToJsonString()}, expected {expected?.ToJsonString()}");
                break;
        }
    }

    private static JsonObject[] Attributes(string model) =>
    [
        .. specification.Single(entry => (string?)entry!["model"]!["name"] == model)!["attributes"]!.AsArray().Select(one => one!.AsObject()),
    ];

    private static string Name(JsonObject attribute) => (string)attribute["name"]!;

    private static bool NamesAClass(JsonObject attribute) => Name(attribute).StartsWith("_model") || Name(attribute).StartsWith("_view");
}
