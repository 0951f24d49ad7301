using static Notable.Widgets.Links;

namespace Notable.Widgets.Tests;

public class Linked
{
    private readonly FakeFrontEnd frontEnd = new();

    [Fact]
    public void A_link_is_told_after_the_widgets_that_it_links()
    {
        using var use = WidgetManager.Use(frontEnd.Manager);
        var (slider, text) = (new IntSlider(), new IntText());
        var link = JsLink(slider, text);
        var messages = frontEnd.Take();
        Assert.Equal(link.ModelId, messages[^1].CommId);
        var state = messages[^1].Data["state"]!;
        Assert.Equal($$"""["IPY_MODEL_{{slider.ModelId}}","value"]""", state["source"]!.ToJsonString());
        Assert.Equal($$"""["IPY_MODEL_{{text.ModelId}}","value"]""", state["target"]!.ToJsonString());
        Assert.Null((string?)state["_view_name"]);
    }

    [Fact]
    public void Other_attributes_are_named_and_a_choice_is_linked_by_its_place()
    {
        using var use = WidgetManager.Use(frontEnd.Manager);
        var link = JsDlink((new IntSlider(), "max"), new Dropdown("a"));
        Assert.Equal(("max", "index"), (link.Source!.Attribute, link.Target!.Attribute));
        Assert.Contains("no attribute 'size'", Assert.Throws<ArgumentException>(() => JsLink((new Label(), "size"), new Label())).Message);
    }
}
