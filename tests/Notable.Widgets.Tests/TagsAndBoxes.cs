using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class TagsAndBoxes
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public async Task Only_tags_that_are_allowed_are_taken()
    {
        var tags = frontEnd.Show(() => new TagsInput { AllowedTags = ["a", "b"], AllowDuplicates = false });
        await Set(tags, """["a"]""");
        Assert.Equal(["a"], tags.Value);
        await Set(tags, """["a","a"]""");
        await Set(tags, """["c"]""");
        Assert.Equal(2, frontEnd.Refused.Count);
        Assert.Equal(["a"], tags.Value);
    }

    [Fact]
    public async Task Numbers_out_of_bounds_are_no_tags()
    {
        var (whole, broken) = (frontEnd.Show(() => new IntsInput { Min = 0 }), frontEnd.Show(() => new FloatsInput { Max = 1 }));
        await Set(whole, "[3,0]");
        await Set(whole, "[-1]");
        await Set(broken, "[0.5]");
        await Set(broken, "[1.5]");
        Assert.Equal(2, frontEnd.Refused.Count);
        Assert.Equal([3, 0], whole.Value);
        Assert.Equal([0.5], broken.Value);
    }

    [Fact]
    public async Task A_box_that_wants_an_option_takes_no_other_text()
    {
        var box = frontEnd.Show(() => new Combobox { Options = ["x", "y"], EnsureOption = true });
        await Set(box, "\"y\"");
        await Set(box, "\"z\"");
        Assert.Equal("y", box.Value);
        Assert.Single(frontEnd.Refused);
    }

    private Task Set(Widget widget, string value) => frontEnd.UpdateAsync(widget, new JsonObject { ["value"] = JsonNode.Parse(value) });
}
