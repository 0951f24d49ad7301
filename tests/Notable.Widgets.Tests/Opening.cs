namespace Notable.Widgets.Tests;

public class Opening
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public void A_widget_that_is_not_shown_sends_nothing()
    {
        using var use = WidgetManager.Use(frontEnd.Manager);
        var label = new Label("a") { Value = "b" };
        Assert.Empty(frontEnd.Messages);
        Assert.False(label.IsOpen);
        Assert.Empty(frontEnd.Manager.Widgets);
    }

    [Fact]
    public void Showing_a_widget_twice_opens_it_once_and_gives_the_same_view()
    {
        using var use = WidgetManager.Use(frontEnd.Manager);
        var label = new Label("a");
        var first = label.ToMimeBundle();
        var opened = frontEnd.Take().Count;
        var second = label.ToMimeBundle();
        Assert.Equal(3, opened);
        Assert.Empty(frontEnd.Messages);
        var view = first.Content(Widget.ViewMimeType)!.ToJsonString();
        Assert.Equal($$"""{"version_major":2,"version_minor":0,"model_id":"{{label.ModelId}}"}""", view);
        Assert.Equal(view, second.Content(Widget.ViewMimeType)!.ToJsonString());
        Assert.StartsWith("Label(value=\"a\")\nThis is only the widget's text.", first.PlainText);
    }

    [Fact]
    public void A_child_put_into_a_shown_box_is_opened_before_the_box_tells_of_it()
    {
        var box = frontEnd.Show(() => new VBox());
        using var use = WidgetManager.Use(frontEnd.Manager);
        var child = new Label();
        box.Children = [child];
        var messages = frontEnd.Take();
        Assert.Equal(
            [child.Layout.ModelId, child.Style.ModelId, child.ModelId, box.ModelId],
            messages.Select(message => message.CommId));
        Assert.Equal($$"""{"children":["IPY_MODEL_{{child.ModelId}}"]}""", messages[^1].Data["state"]!.ToJsonString());
    }

    [Fact]
    public void Widgets_that_hold_each_other_are_opened_once_each()
    {
        using var use = WidgetManager.Use(frontEnd.Manager);
        var (first, second) = (new VBox(), new VBox());
        first.Children = [second];
        second.Children = [first];
        first.ToMimeBundle();
        Assert.Equal(4, frontEnd.Messages.Count);
    }

    [Fact]
    public void A_widget_of_another_visitor_is_not_shown()
    {
        var label = frontEnd.Show(() => new Label());
        var other = new FakeFrontEnd();
        using var use = WidgetManager.Use(other.Manager);
        Assert.Contains("another session", Assert.Throws<InvalidOperationException>(label.ToMimeBundle).Message);
        Assert.Throws<InvalidOperationException>(() => new VBox(label).ToMimeBundle());
        Assert.DoesNotContain(other.Messages, message => message.Data.ToJsonString().Contains(label.ModelId));
    }

    [Fact]
    public void Without_a_front_end_a_widget_keeps_its_state_and_is_text()
    {
        var box = new VBox(new Label("a"), new Button("Go"));
        Assert.StartsWith("""VBox(Label(value="a"), Button(description="Go"))""", box.ToMimeBundle().PlainText);
        Assert.Empty(WidgetManager.Current.Widgets);
    }

    [Fact]
    public async Task The_current_manager_follows_the_flow_of_execution()
    {
        var other = new FakeFrontEnd();
        var managers = await Task.WhenAll(new[] { frontEnd, other }.Select(async end =>
        {
            using var use = WidgetManager.Use(end.Manager);
            await Task.Delay(5);
            return await Task.Run(() => new Label().Manager);
        }));
        Assert.Equal([frontEnd.Manager, other.Manager], managers);
    }

    [Fact]
    public void What_is_closed_is_told_once_and_never_again()
    {
        var label = frontEnd.Show(() => new Label());
        label.Close();
        label.Close();
        label.Value = "later";
        Assert.Equal((CommKind.Close, label.ModelId), (frontEnd.Messages.Single().Kind, frontEnd.Messages.Single().CommId));
        Assert.Equal("later", label.Value);
        frontEnd.Take();
        frontEnd.Manager.CloseAll();
        Assert.Equal(2, frontEnd.Messages.Count);
        Assert.Empty(frontEnd.Manager.Widgets);
    }
}
