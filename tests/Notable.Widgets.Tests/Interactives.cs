using System.Text.Json.Nodes;
using static Notable.Widgets.Interacting;

namespace Notable.Widgets.Tests;

public class Interactives
{
    private readonly FakeFrontEnd frontEnd = new();

    private enum Arch
    {
        ResNet18,
        ResNet34,
    }

    [Fact]
    public void The_parameters_types_choose_the_controls()
    {
        var box = Interactive((bool flip, int epochs, double rate, string name, Arch arch, DateOnly day, TimeOnly time, DateTime both) => 0);
        Assert.Equal(
            ["Checkbox", "IntSlider", "FloatSlider", "Text", "Dropdown`1", "DatePicker", "TimePicker", "NaiveDatetimePicker", "Output"],
            box.Children.Select(child => child.GetType().Name));
        Assert.Equal("epochs", ((DescriptionWidget)box.Children[1]).Description);
    }

    [Fact]
    public void A_default_is_the_first_value()
    {
        var box = Interactive((int a = 4, double b = -0.5, bool c = true, string d = "text", Arch e = Arch.ResNet34, long f = 2) => (a, b, c, d, e, f));
        Assert.Equal((4, -0.5, true, "text", Arch.ResNet34, 2L), box.Result);
        var (whole, number) = ((IntSlider)box.Children[0], (FloatSlider)box.Children[1]);
        Assert.Equal((-4, 12), (whole.Min, whole.Max));
        Assert.Equal((-1.5, 0.5), (number.Min, number.Max));
    }

    [Fact]
    public void What_is_said_of_a_parameter_comes_before_its_type()
    {
        var given = new BoundedIntText { Value = 3 };
        var box = Interactive(
            (int a, float b, string c, string d, int e, object f, int? g) => $"{a} {b} {c} {d} {e} {f} {g}",
            new { a = (10, 20), b = (0.0, 1.0, 0.25), c = new[] { "x", "y" }, d = new Dictionary<string, string> { ["k"] = "v" }, e = given, f = Fixed("fixed"), g = 5 });
        Assert.Equal("15 0.5 x v 3 fixed 5", box.Result);
        Assert.Equal(["IntSlider", "FloatSlider", "Dropdown`1", "Dropdown`1", "BoundedIntText", "IntSlider", "Output"],
            box.Children.Select(child => child.GetType().Name));
        Assert.Equal(0.25, ((FloatSlider)box.Children[1]).Step);
    }

    [Fact]
    public async Task A_change_runs_the_function_and_shows_what_it_prints_and_returns()
    {
        var box = frontEnd.Show(() => Interactive((int a = 1) =>
        {
            Notable.Display.Displaying.display($"shown {a}");
            return a * 10;
        }));
        Assert.Equal(["shown 1", "10"], Shown(box));
        await frontEnd.UpdateAsync(box.Children[0], new JsonObject { ["value"] = 2 });
        Assert.Equal(20, box.Result);
        Assert.Equal(["shown 2", "20"], Shown(box));
    }

    [Fact]
    public async Task A_choice_of_an_enum_gives_the_enum()
    {
        var box = frontEnd.Show(() => Interactive((Arch arch) => arch));
        await frontEnd.UpdateAsync(box.Children[0], new JsonObject { ["index"] = 1 });
        Assert.Equal(Arch.ResNet34, box.Result);
    }

    [Fact]
    public async Task An_async_function_is_awaited()
    {
        var box = frontEnd.Show(() => Interactive(async (int a = 1) =>
        {
            await Task.Delay(1);
            return $"later {a}";
        }));
        await frontEnd.UpdateAsync(box.Children[0], new JsonObject { ["value"] = 3 });
        Assert.Equal("later 3", box.Result);
        Assert.Equal(["later 3"], Shown(box));
    }

    [Fact]
    public async Task What_the_function_throws_is_shown_and_the_next_change_runs_it_again()
    {
        var box = frontEnd.Show(() => Interactive((int a = 1) => 12 / (a - 1)));
        Assert.Equal("DivideByZeroException", (string?)Assert.Single(box.Output.Outputs)["ename"]);
        await frontEnd.UpdateAsync(box.Children[0], new JsonObject { ["value"] = 2 });
        Assert.Equal(["12"], Shown(box));
    }

    [Fact]
    public async Task Only_the_button_runs_a_function_by_hand()
    {
        var runs = 0;
        var box = frontEnd.Show(() => Interactive((bool a) => ++runs, manual: true));
        await frontEnd.UpdateAsync(box.Children[0], new JsonObject { ["value"] = true });
        Assert.Equal(0, runs);
        await frontEnd.CustomAsync(box.Children[1], new JsonObject { ["event"] = "click" });
        Assert.Equal(1, runs);
    }

    [Fact]
    public void What_cannot_be_controlled_is_said_with_a_way_out()
    {
        Assert.Contains("Fixed(", Assert.Throws<ArgumentException>(() => Interactive((Stream file) => 0)).Message);
        Assert.Contains("It has a", Assert.Throws<ArgumentException>(() => Interactive((int a) => 0, new { b = 1 })).Message);
        Assert.Contains("above the maximum", Assert.Throws<ArgumentException>(() => Interactive((int a) => 0, new { a = (2, 1) })).Message);
        Assert.Contains("whole number", Assert.Throws<ArgumentException>(() => Interactive((int a) => 0, new { a = (0, 1.5) })).Message);
        Assert.Contains("no value", Assert.Throws<ArgumentException>(() => Interactive((int a) => 0, new { a = new Button() })).Message);
    }

    private static string[] Shown(Interactive box) => [.. box.Output.Outputs.Select(output => (string?)output["data"]?["text/plain"] ?? (string)output["text"]!)];
}
