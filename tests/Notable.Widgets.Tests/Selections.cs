using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class Selections
{
    private readonly FakeFrontEnd frontEnd = new();

    public static TheoryData<string> Singles => ["Dropdown", "RadioButtons", "Select", "SelectionSlider", "ToggleButtons"];

    [Theory]
    [MemberData(nameof(Singles))]
    public async Task The_front_end_chooses_by_place_and_the_handler_gets_the_value(string kind)
    {
        var choice = frontEnd.Show(() => Make(kind, [("fifty", 50), ("hundred", 100)]));
        List<int> chosen = [];
        choice.OnChange(chosen.Add);
        Assert.Equal((0, 50, "fifty"), (choice.Index, choice.Value, choice.Label));

        await frontEnd.UpdateAsync(choice, new JsonObject { ["index"] = 1 });

        Assert.Equal([100], chosen);
        Assert.Equal((1, 100, "hundred"), (choice.Index, choice.Value, choice.Label));
        Assert.Equal("""["fifty","hundred"]""", choice.State.Write()["_options_labels"]!.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Singles))]
    public void Setting_the_value_tells_the_place(string kind)
    {
        var choice = frontEnd.Show(() => Make(kind, [("fifty", 50), ("hundred", 100)]));
        choice.Value = 100;
        Assert.Equal("""{"index":1}""", frontEnd.Messages.Single().Data["state"]!.ToJsonString());
        var thrown = Assert.Throws<ArgumentException>(() => choice.Value = 20);
        Assert.Contains("fifty, hundred", thrown.Message);
        Assert.Equal(100, choice.Value);
    }

    [Theory]
    [MemberData(nameof(Singles))]
    public async Task A_place_where_no_option_is_and_other_labels_are_refused(string kind)
    {
        var choice = frontEnd.Show(() => Make(kind, ["one", "two"]));
        foreach (var state in new[] { """{"index":2}""", """{"index":-1}""", """{"_options_labels":["mine"]}""", """{"index":"one"}""" })
            await frontEnd.UpdateAsync(choice, JsonNode.Parse(state)!.AsObject());
        Assert.Equal(4, frontEnd.Refused.Count);
        Assert.Equal((0, 2), (choice.Index, choice.Options.Count));
    }

    [Fact]
    public void Other_options_are_chosen_from_afresh_and_no_option_is_no_choice()
    {
        var choice = new Dropdown("a", "b", "c") { Value = "c" };
        choice.Options = ["x", "y"];
        Assert.Equal("x", choice.Value);
        choice.Options = [];
        Assert.Equal((null, null, null), (choice.Index, choice.Value, choice.Label));
        Assert.Equal(0, (int)new SelectionSlider().State.Write()["index"]!);
        Assert.Null(new SelectionSlider().Value);
        Assert.Null(new Dropdown("a") { Index = null }.Value);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Dropdown("a") { Index = 1 });
    }

    [Fact]
    public async Task Several_are_chosen_by_their_places()
    {
        var choice = frontEnd.Show(() => new SelectMultiple("a", "b", "c"));
        IReadOnlyList<string>? chosen = null;
        choice.OnChange(values => chosen = values);
        Assert.Empty(choice.Value);
        await frontEnd.UpdateAsync(choice, new JsonObject { ["index"] = new JsonArray(2, 0) });
        Assert.Equal(["c", "a"], chosen!);
        foreach (var wrong in new[] { "[3]", "[1,1]", "[-1]" })
            await frontEnd.UpdateAsync(choice, new JsonObject { ["index"] = JsonNode.Parse(wrong) });
        Assert.Equal(3, frontEnd.Refused.Count);
        choice.Value = ["b"];
        Assert.Equal([1], choice.Index);
        Assert.Throws<ArgumentException>(() => choice.Value = ["d"]);
    }

    [Fact]
    public async Task A_slider_over_options_has_two_values()
    {
        var choice = frontEnd.Show(() => new SelectionRangeSlider<int>([.. Enumerable.Range(2000, 5).Select(year => (Option<int>)year)]));
        await frontEnd.UpdateAsync(choice, new JsonObject { ["index"] = new JsonArray(1, 4) });
        Assert.Equal((2001, 2004), choice.Value);
        await frontEnd.UpdateAsync(choice, new JsonObject { ["index"] = new JsonArray(1, 5) });
        Assert.Single(frontEnd.Refused);
        choice.Value = (2000, 2000);
        Assert.Equal((0, 0), choice.Index);
        Assert.Throws<InvalidOperationException>(() => new SelectionRangeSlider().Value);
    }

    private static SingleSelection<T> Make<T>(string kind, IReadOnlyList<Option<T>> options) => kind switch
    {
        "Dropdown" => new Dropdown<T>(options),
        "RadioButtons" => new RadioButtons<T>(options),
        "Select" => new Select<T>(options),
        "SelectionSlider" => new SelectionSlider<T>(options),
        _ => new ToggleButtons<T>(options),
    };

    private static SingleSelection<int> Make(string kind, (string, int)[] options) => Make<int>(kind, [.. options.Select(one => (Option<int>)one)]);

    private static SingleSelection<string> Make(string kind, string[] options) => Make<string>(kind, [.. options.Select(one => (Option<string>)one)]);
}
