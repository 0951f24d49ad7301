using System.Text.Json.Nodes;
using Notable.Display;

namespace Notable.Widgets.Tests;

public class ProgressWidgets
{
    private readonly FakeFrontEnd frontEnd = new();
    private readonly RecordingTarget target = new();

    [Fact]
    public async Task A_bar_is_a_widget_where_a_front_end_takes_part_and_a_picture_when_it_has_ended()
    {
        await MeetAsync();
        using var use = WidgetManager.Use(frontEnd.Manager);
        using var show = DisplayTarget.Use(target);
        using (var bar = new ProgressBar("<reading>", 4))
        {
            Assert.NotNull(Shown()[Widget.ViewMimeType]);
            var values = frontEnd.Manager.Widgets.OfType<HTML>().Select(one => one.Value);
            Assert.Contains("&lt;reading&gt;", values);
            bar.Report(1);
        }
        Assert.Null(Shown()[Widget.ViewMimeType]);
        Assert.Contains("1/4", (string?)Shown()["text/html"]);
        Assert.Empty(frontEnd.Manager.Widgets);
    }

    [Fact]
    public async Task Only_what_has_changed_is_sent()
    {
        await MeetAsync();
        using var use = WidgetManager.Use(frontEnd.Manager);
        using var show = DisplayTarget.Use(target);
        using var table = new ProgressTable("epoch", "loss");
        table.Report(0, 10);
        frontEnd.Take();
        await Task.Delay(150, TestContext.Current.CancellationToken);
        table.Report(5, 10);
        Assert.Contains(frontEnd.Take(), message => message.Data["state"]?["value"] is JsonValue value && value.ToJsonString() == "0.5");
        table.Row(1, 0.25);
        Assert.Contains(frontEnd.Take(), message => (string?)message.Data["state"]?["value"] is { } text && text.Contains("0.250000"));
        Assert.Single(target.Outputs);
    }

    [Fact]
    public void Where_no_front_end_has_spoken_a_bar_is_html()
    {
        using var use = WidgetManager.Use(frontEnd.Manager);
        using var show = DisplayTarget.Use(target);
        using var bar = new ProgressBar("reading", 4);
        Assert.Null(Shown()[Widget.ViewMimeType]);
        Assert.Contains("progressbar", (string?)Shown()["text/html"]);
        Assert.Empty(frontEnd.Messages);
    }

    private JsonNode Shown() => Assert.Single(target.Outputs)!["data"]!;

    private Task MeetAsync() => frontEnd.SendAsync(new CommMessage(CommKind.Open, "control", CommTargets.Control, [], [], []));
}
