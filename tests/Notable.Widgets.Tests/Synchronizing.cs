using System.Text.Json.Nodes;

namespace Notable.Widgets.Tests;

public class Synchronizing
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public void Only_a_value_that_differs_is_sent()
    {
        var label = frontEnd.Show(() => new Label("a"));
        label.Value = "a";
        Assert.Empty(frontEnd.Messages);
        label.Value = "b";
        Assert.Equal("""{"value":"b"}""", frontEnd.Messages.Single().Data["state"]!.ToJsonString());
    }

    [Fact]
    public async Task A_handler_that_sets_the_value_it_was_told_of_sends_nothing_more()
    {
        var label = frontEnd.Show(() => new Label());
        label.Observe("value", change => label.Value = (string)change.NewValue!);
        await frontEnd.UpdateAsync(label, new JsonObject { ["value"] = "x" });
        Assert.Equal(["echo_update"], frontEnd.Messages.Select(message => (string?)message.Data["method"]));
    }

    [Fact]
    public async Task A_handler_that_sets_another_value_sends_it()
    {
        var label = frontEnd.Show(() => new Label());
        label.Observe("value", change => label.Value = "y");
        await frontEnd.UpdateAsync(label, new JsonObject { ["value"] = "x" });
        Assert.Equal(
            ["echo_update x", "update y"],
            frontEnd.Messages.Select(message => $"{message.Data["method"]} {message.Data["state"]!["value"]}"));
    }

    [Fact]
    public void A_word_that_the_front_end_does_not_know_is_refused_where_it_is_set()
    {
        var thrown = Assert.Throws<ArgumentException>(() => new Button { ButtonStyle = "red" });
        Assert.Contains("'danger'", thrown.Message);
        Assert.Throws<ArgumentNullException>(() => new Label { Value = null! });
        Assert.Throws<ArgumentException>(() => new Layout { AlignItems = "middle" });
        Assert.Null(new Layout { AlignItems = null }.AlignItems);
    }

    [Fact]
    public void Changes_from_many_threads_arrive_in_the_order_of_the_state()
    {
        var bar = frontEnd.Show(() => new IntProgress());
        Parallel.For(1, 2000, value => bar.Value = value);
        var sent = frontEnd.Messages.Select(message => (int)message.Data["state"]!["value"]!).ToArray();
        Assert.Equal(1999, sent.Distinct().Count());
        Assert.Equal(bar.Value, sent[^1]);
    }

    [Fact]
    public void A_pictures_kind_is_told_before_its_bytes()
    {
        var image = frontEnd.Show(() => new Image());
        image.Value = "GIF89a"u8.ToArray();
        Assert.Equal(["format", "value"], frontEnd.Messages.Select(message =>
            message.Data["state"]!.AsObject().Select(entry => entry.Key).SingleOrDefault() ?? (string?)message.Data["buffer_paths"]![0]![0]));
        Assert.Equal("gif", image.Format);
        image.Value = "anything else"u8.ToArray();
        Assert.Equal("gif", image.Format);
    }
}
