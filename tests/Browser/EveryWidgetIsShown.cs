using Browser.Fixtures;

namespace Browser;

/// <summary>The page carries every kind of widget that the library has.</summary>
public class EveryWidgetIsShown(BrowserFixture browser)
{
    private static readonly string[] cells =
    [
        "# Every widget\n\nOne of each.",
        """
        var wide = new Layout { Width = "auto" };
        byte[] dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        Option<int>[] options = [("one", 1), ("two", 2), ("three", 3)];
        var said = new Label("nothing yet");
        """,
        """
        var knob = new IntSlider { Description = "IntSlider", Value = 3 };
        var twin = new IntText { Description = "IntText" };
        JsLink(knob, twin);
        knob.OnChange(value => said.Value = $"knob {value}");
        new VBox(
            knob, twin,
            new FloatSlider { Description = "FloatSlider", Value = 0.5, Max = 1, Step = 0.01 },
            new FloatLogSlider { Description = "FloatLogSlider", Value = 10 },
            new IntRangeSlider { Description = "IntRange", Value = (20, 60) },
            new FloatRangeSlider { Description = "FloatRange", Value = (0.25, 0.75), Max = 1, Step = 0.01 },
            new FloatText { Description = "FloatText", Value = 2.5 },
            new BoundedIntText { Description = "BoundedInt", Value = 7 },
            new BoundedFloatText { Description = "BoundedFloat", Value = 7.5 },
            new IntProgress { Description = "IntProgress", Value = 40 },
            new FloatProgress { Description = "FloatProgress", Value = 60, BarStyle = "success" },
            new Play { Description = "Play" })
        """,
        """
        var list = new Dropdown<int>(options) { Description = "Dropdown" };
        list.OnChange(value => said.Value = $"option {value}");
        new VBox(
            list,
            new RadioButtons<int>(options) { Description = "RadioButtons" },
            new Select<int>(options) { Description = "Select" },
            new SelectMultiple<int>(options) { Description = "SelectMultiple" },
            new SelectionSlider<int>(options) { Description = "SelectionSlider" },
            new SelectionRangeSlider<int>(options) { Description = "SelectionRange" },
            new ToggleButtons<int>(options) { Description = "ToggleButtons" },
            new ToggleButton { Description = "ToggleButton", Icon = "check" },
            new Checkbox { Description = "Checkbox", Value = true },
            new Valid { Description = "Valid", Value = true },
            new Button("Button"),
            new FileUpload { Description = "FileUpload" })
        """,
        """
        new VBox(
            new Text { Description = "Text", Value = "a line" },
            new Textarea { Description = "Textarea", Value = "two\nlines" },
            new Password { Description = "Password", Value = "secret" },
            new Combobox { Description = "Combobox", Options = ["x", "y"] },
            new TagsInput { Value = ["tag", "other"] },
            new ColorsInput { Value = ["red", "#00ff00"] },
            new IntsInput { Value = [1, 2] },
            new FloatsInput { Value = [1.5, 2] },
            new ColorPicker { Description = "ColorPicker", Value = "#336699" },
            new DatePicker { Description = "DatePicker", Value = new DateOnly(2026, 1, 31) },
            new TimePicker { Description = "TimePicker", Value = new TimeOnly(12, 30) },
            new DatetimePicker { Description = "Datetime", Value = DateTimeOffset.UnixEpoch },
            new NaiveDatetimePicker { Description = "NaiveDatetime", Value = new DateTime(2026, 1, 31, 12, 30, 0) },
            new HTML("<b>HTML</b>"), new HTMLMath("HTMLMath $x^2$"), said)
        """,
        """
        new VBox(
            new Tab(new Label("first page"), new Label("second page")) { Titles = ["one", "two"] },
            new Accordion(new Label("unfolded")) { Titles = ["heading"], SelectedIndex = 0 },
            new Stack(new Label("stacked"), new Label("hidden")) { SelectedIndex = 0 },
            new GridBox(new Label("a"), new Label("b")) { Layout = { GridTemplateColumns = "1fr 1fr" } },
            new Box(new Label("boxed")),
            new TwoByTwoLayout(new Button("top left"), new Button("top right"), bottomRight: new Button("bottom")),
            new Image { Value = dot, Width = "20" },
            new Audio { Value = dot, Autoplay = false },
            new Video { Value = dot, Autoplay = false, Height = "60" },
            new Controller(),
            Interactive((int a, string b) => $"{a} {b}"))
        """,
    ];

    [Fact]
    public async Task One_of_each_is_shown_and_the_page_has_nothing_to_complain_of()
    {
        await using var app = await AppFixture.StartAsync(cells);
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        await visitor.SeeAsync("first page");
        Assert.False(await visitor.Page.GetByText("second page").IsVisibleAsync());
        Assert.False(await visitor.Page.GetByText("hidden", new() { Exact = true }).IsVisibleAsync());
        await visitor.ScreenshotAsync("every-widget");
        Assert.Equal(0, await visitor.Page.Locator(".jupyter-widgets-error-widget, .jupyter-widgets-error").CountAsync());

        await visitor.Page.Locator(".widget-slider .noUi-handle").First.PressAsync("ArrowRight");
        await visitor.SeeAsync("knob 4");
        Assert.Equal("4", await visitor.Page.Locator(".widget-text input[type=number]").First.InputValueAsync());
        await visitor.Page.Locator(".widget-dropdown select").First.SelectOptionAsync("two");
        await visitor.SeeAsync("option 2");
        await visitor.Page.Locator(".lm-TabBar-tab", new() { HasText = "two" }).ClickAsync();
        await visitor.SeeAsync("second page");
        // The bytes shown as sound and film are none: that the browser says so is right.
        Assert.DoesNotContain(visitor.Complaints, complaint => !complaint.Contains("blob:", StringComparison.Ordinal));
    }
}
