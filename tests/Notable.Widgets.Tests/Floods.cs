using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

/// <summary>Whatever a front end sends to any kind of widget, nothing is thrown and the widget can still be shown.</summary>
public class Floods
{
    private static readonly string[] nonsense =
    [
        "null", "true", "-1", "1e308", "2147483648", "0.5", "\"\"", "\"IPY_MODEL_\"", "[]", "[[]]", "[null,null]", "[1,2]", "[2,1]", "[\"a\",\"b\"]",
        "{}", "{\"year\":1}", "{\"year\":2026,\"month\":1,\"date\":30}", "{\"hours\":0,\"minutes\":0,\"seconds\":0,\"milliseconds\":0}",
        "[{\"name\":\"x\",\"content\":5}]", "\"any\"", "\"\\u0000\\ud800\"",
    ];

    public static TheoryData<string> Models => SpecifiedKinds.Models;

    [Theory]
    [MemberData(nameof(Models))]
    public async Task A_widget_of_any_kind_survives_nonsense_in_every_attribute(string model)
    {
        var frontEnd = new FakeFrontEnd();
        var widget = frontEnd.Show(() => Kinds.Make(model));
        foreach (var attribute in widget.Model.Attributes)
        {
            foreach (var value in nonsense)
                await frontEnd.UpdateAsync(widget, new JsonObject { [attribute.Name] = JsonNode.Parse(value) });
            await frontEnd.UpdateAsync(widget, new JsonObject { [attribute.Name] = new JsonArray() }, new JsonArray(new JsonArray(attribute.Name, 0)), new byte[3]);
            await frontEnd.UpdateAsync(widget, [], new JsonArray(new JsonArray(attribute.Name)), new byte[3]);
        }
        await frontEnd.CustomAsync(widget, new JsonObject { ["event"] = new JsonObject() });
        frontEnd.Take();
        await frontEnd.SendAsync(widget.ModelId, new JsonObject { ["method"] = "request_state" });
        var state = Assert.Single(frontEnd.Messages).Data["state"]!;
        Assert.Equal(model, (string?)state["_model_name"]);
        Assert.NotEmpty(frontEnd.Refused);
        Assert.NotEmpty(widget.ToString()!);
        // What it took is what the specification allows: a front end that comes back is told nothing else.
        foreach (var (name, value) in state.AsObject().Where(entry => widget.Model.IndexOf(entry.Key) >= 0))
            widget.Model.Attributes[widget.Model.IndexOf(name)].Read(value?.DeepClone(), frontEnd.Manager.Find);
    }

    [Fact]
    public async Task Thousands_of_messages_are_answered_in_their_order_and_leave_nothing_behind()
    {
        var frontEnd = new FakeFrontEnd();
        var slider = frontEnd.Show(() => new IntSlider { Max = 1_000_000 });
        var label = frontEnd.Show(() => new Label());
        slider.OnChange(value => label.Value = $"{value}");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 1; i <= 20_000; i++)
        {
            await frontEnd.UpdateAsync(slider, new JsonObject { ["value"] = i });
            var answers = frontEnd.Take();
            Assert.Equal(["echo_update", "update"], answers.Select(message => (string?)message.Data["method"]));
            Assert.Equal($"{i}", (string?)answers[1].Data["state"]!["value"]);
        }
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) - before < 2_000_000);
        Assert.Empty(frontEnd.Refused);
    }
}
