using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class Values
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public async Task A_handler_gets_the_value_in_its_own_type()
    {
        List<object?> got = [];
        await Change(() => new IntSlider(), "12", value => got.Add(value + 1));
        await Change(() => new FloatText(), "2.5", value => got.Add(value * 2));
        await Change(() => new Checkbox(), "true", value => got.Add(!value));
        await Change(() => new Text(), "\"a\"", value => got.Add(value.Length));
        await Change(() => new IntRangeSlider(), "[2,5]", value => got.Add(value.Upper - value.Lower));
        await Change(() => new TagsInput(), """["x","y"]""", value => got.Add(value.Count));
        await Change(() => new ColorPicker(), "\"#ff0000\"", value => got.Add(value));
        await Change(() => new DatePicker(), """{"year":2024,"month":1,"date":29}""", value => got.Add(value!.Value.DayOfYear));
        await Change(() => new TimePicker(), """{"hours":1,"minutes":2,"seconds":3,"milliseconds":4}""", value => got.Add(value!.Value.Minute));
        await Change(() => new DatetimePicker(), """{"year":2024,"month":0,"date":1,"hours":5,"minutes":0,"seconds":0,"milliseconds":0}""",
            value => got.Add(value!.Value.ToUnixTimeSeconds()));
        Assert.Equal([13, 5.0, false, 1, 3, 2, "#ff0000", 60, 2, 1704085200L], got);
    }

    [Fact]
    public async Task An_async_handler_is_awaited_and_what_it_throws_comes_out()
    {
        var slider = frontEnd.Show(() => new IntSlider());
        slider.OnChange(async value =>
        {
            await Task.Yield();
            throw new InvalidDataException($"{value}");
        });
        var thrown = await Assert.ThrowsAsync<WidgetHandlerException>(() => frontEnd.UpdateAsync(slider, new JsonObject { ["value"] = 3 }));
        Assert.Equal("3", Assert.IsType<InvalidDataException>(thrown.InnerException).Message);
    }

    [Fact]
    public async Task A_moment_is_told_in_universal_time()
    {
        var picker = frontEnd.Show(() => new DatetimePicker());
        picker.Value = new DateTimeOffset(2026, 1, 1, 1, 30, 0, TimeSpan.FromHours(2));
        var sent = frontEnd.Messages.Single().Data["state"]!["value"]!;
        Assert.Equal((2025, 11, 31, 23), ((int)sent["year"]!, (int)sent["month"]!, (int)sent["date"]!, (int)sent["hours"]!));
        await frontEnd.UpdateAsync(picker, new JsonObject { ["value"] = null });
        Assert.Null(picker.Value);
    }

    [Fact]
    public void A_list_with_the_same_content_is_the_same_value()
    {
        var tags = frontEnd.Show(() => new TagsInput { Value = ["a", "b"] });
        tags.Value = ["a", "b"];
        Assert.Empty(frontEnd.Messages);
        tags.Value = ["b", "a"];
        Assert.Single(frontEnd.Messages);
    }

    [Fact]
    public void A_step_that_may_be_any_is_null_here_and_a_word_there()
    {
        var picker = frontEnd.Show(() => new DatePicker());
        picker.Step = null;
        Assert.Equal("""{"step":"any"}""", frontEnd.Messages.Single().Data["state"]!.ToJsonString());
    }

    [Fact]
    public void A_list_that_is_changed_after_it_was_set_changes_nothing()
    {
        List<Widget> children = [new Label("a")];
        var box = new Box { Children = children };
        children.Add(new Label("b"));
        Assert.Single(box.Children);
    }

    private async Task Change<T>(Func<IValueWidget<T>> make, string value, Action<T> handler)
    {
        var widget = frontEnd.Show(() => (Widget)make());
        ((IValueWidget<T>)widget).OnChange(handler);
        await frontEnd.UpdateAsync(widget, new JsonObject { ["value"] = JsonNode.Parse(value) });
    }
}
