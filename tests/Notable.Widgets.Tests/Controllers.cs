using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class Controllers
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public async Task The_front_end_makes_the_buttons_and_axes_of_a_controller()
    {
        var controller = frontEnd.Show(() => new Controller());
        await OpenAsync("b0", "ControllerButtonModel");
        await OpenAsync("a0", "ControllerAxisModel");
        await frontEnd.UpdateAsync(controller, JsonNode.Parse("""{"buttons":["IPY_MODEL_b0"],"axes":["IPY_MODEL_a0"],"connected":true}""")!.AsObject());
        Assert.Empty(frontEnd.Refused);
        Assert.Equal("b0", Assert.Single(controller.Buttons).ModelId);
        var axis = Assert.Single(controller.Axes);
        List<double> values = [];
        axis.OnChange(values.Add);
        await frontEnd.UpdateAsync(axis, new JsonObject { ["value"] = -0.5 });
        Assert.Equal([-0.5], values);
    }

    [Theory]
    [InlineData("ControllerButtonModel", false)]
    [InlineData("LabelModel", true)]
    [InlineData(null, true)]
    public async Task Nothing_else_is_made_by_a_front_end(string? model, bool hasController)
    {
        if (hasController)
            frontEnd.Show(() => new Controller());
        await OpenAsync("x", model);
        Assert.Single(frontEnd.Refused);
        Assert.Equal(CommKind.Close, frontEnd.Messages.Single().Kind);
    }

    [Fact]
    public async Task Parts_made_without_end_are_refused()
    {
        var controller = frontEnd.Show(() => new Controller());
        for (var i = 0; i < 300; i++)
            await OpenAsync($"b{i}", "ControllerButtonModel");
        await OpenAsync(controller.ModelId, "ControllerButtonModel");
        await OpenAsync(new string('x', 65), "ControllerButtonModel");
        Assert.Equal(300 - 256 + 2, frontEnd.Refused.Count);
        Assert.Same(controller, frontEnd.Manager.Find(controller.ModelId));
    }

    private Task OpenAsync(string id, string? model) => frontEnd.SendAsync(new CommMessage(
        CommKind.Open, id, CommTargets.Widget, new JsonObject { ["state"] = new JsonObject { ["_model_name"] = model } }, [], []));
}
