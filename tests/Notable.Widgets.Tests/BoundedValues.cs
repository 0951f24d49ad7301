using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class BoundedValues
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public void Bounds_may_be_said_after_the_value()
    {
        var slider = frontEnd.Show(() => new IntSlider { Value = 500, Min = 200, Max = 1000 });
        Assert.Equal(500, slider.Value);
        Assert.Equal(1000, frontEnd.Show(() => new FloatSlider { Value = 5000, Max = 1000 }).Value);
    }

    [Fact]
    public async Task A_value_that_the_front_end_sends_from_beyond_the_bounds_is_corrected_there()
    {
        var slider = frontEnd.Show(() => new IntSlider { Max = 10 });
        List<int> values = [];
        slider.OnChange(values.Add);
        await frontEnd.UpdateAsync(slider, new JsonObject { ["value"] = 99 });
        Assert.Equal(["echo_update 99", "update 10"], frontEnd.Take().Select(message => $"{message.Data["method"]} {message.Data["state"]!["value"]}"));
        Assert.Equal([10], values);
        await frontEnd.UpdateAsync(slider, new JsonObject { ["value"] = 99 });
        Assert.Equal([10], values);
    }

    [Fact]
    public void A_bound_that_passes_the_value_takes_it_along()
    {
        var slider = frontEnd.Show(() => new FloatSlider { Value = 80 });
        slider.Max = 50;
        Assert.Equal(50, slider.Value);
        Assert.Equal(
            ["""{"value":50}""", """{"max":50}"""],
            frontEnd.Messages.Select(message => message.Data["state"]!.ToJsonString()));
    }

    [Fact]
    public void Two_handles_stay_in_order_and_between_the_bounds()
    {
        var range = frontEnd.Show(() => new IntRangeSlider { Max = 50, Value = (70, 20) });
        Assert.Equal((20, 50), range.Value);
        range.Value = (30, 10);
        Assert.Equal((10, 30), range.Value);
        Assert.Equal("[10,30]", frontEnd.Messages.Single().Data["state"]!["value"]!.ToJsonString());
    }

    [Fact]
    public void A_bound_beyond_the_other_is_refused_where_it_is_set()
    {
        var slider = frontEnd.Show(() => new IntSlider { Value = 7 });
        var thrown = Assert.Throws<ArgumentException>(() => slider.Min = 200);
        Assert.Equal("IntSlider: Min is 200, above Max, which is 100. To move both bounds up, set Max first; to move both down, set Min first.", thrown.Message);
        Assert.Throws<ArgumentException>(() => slider.Max = -1);
        Assert.Equal((0, 100, 7), (slider.Min, slider.Max, slider.Value));
        Assert.Empty(frontEnd.Messages);
        slider.Max = 300;
        slider.Min = 200;
        Assert.Equal(200, slider.Value);
    }

    [Fact]
    public void Widgets_of_every_kind_with_a_min_above_the_max_are_refused_where_they_are_shown()
    {
        Refused(() => new IntSlider { Min = 10, Max = 5 });
        Refused(() => new FloatSlider { Max = -1 });
        Refused(() => new FloatLogSlider { Min = 5 });
        Refused(() => new IntRangeSlider { Min = 200 });
        Refused(() => new FloatRangeSlider { Min = 0.5, Max = 0.4 });
        Refused(() => new BoundedIntText { Min = 101 });
        Refused(() => new BoundedFloatText { Min = 101 });
        Refused(() => new IntProgress { Max = -1 });
        Refused(() => new FloatProgress { Min = 101 });
        Refused(() => new Play { Min = 101 });
        Refused(() => new DatePicker { Min = new DateOnly(2026, 2, 1), Max = new DateOnly(2026, 1, 1) });
        Refused(() => new TimePicker { Min = new TimeOnly(12, 0), Max = new TimeOnly(11, 0) });
        Refused(() => new NaiveDatetimePicker { Min = new DateTime(2026, 2, 1), Max = new DateTime(2026, 1, 1) });
        Refused(() => new IntsInput { Min = 2, Max = 1 });
        Refused(() => new VBox([new Label("above"), new IntSlider { Min = 10, Max = 5 }]));
        // Once mended, it can be shown.
        IntSlider? slider = null;
        Refused(() => slider = new IntSlider { Min = 10, Max = 5 });
        frontEnd.Show(() => { slider!.Max = 20; return slider; });
        Assert.Equal(10, slider!.Value);

        void Refused<T>(Func<T> make)
            where T : Widget => Assert.Contains("above Max", Assert.Throws<ArgumentException>(() => frontEnd.Show(make)).Message);
    }

    [Fact]
    public void Dates_and_powers_are_bounded_too()
    {
        var date = frontEnd.Show(() => new DatePicker { Value = new DateOnly(2026, 5, 1), Max = new DateOnly(2026, 1, 1) });
        Assert.Equal(new DateOnly(2026, 1, 1), date.Value);
        Assert.Null(frontEnd.Show(() => new DatePicker { Min = new DateOnly(2026, 1, 1) }).Value);
        Assert.Equal(1000, frontEnd.Show(() => new FloatLogSlider { Max = 3, Value = 5000 }).Value);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_no_number_is_refused_where_it_is_set(double value)
    {
        Assert.Contains("finite", Assert.Throws<ArgumentException>(() => new FloatText { Value = value }).Message);
        Assert.Throws<ArgumentException>(() => new FloatRangeSlider { Value = (0, value) });
        Assert.Throws<ArgumentException>(() => new FloatsInput { Value = [value] });
        Assert.Throws<ArgumentException>(() => new FloatText { Step = value });
    }
}
