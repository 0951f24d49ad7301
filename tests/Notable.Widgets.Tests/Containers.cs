namespace Notable.Widgets.Tests;

public class Containers
{
    private readonly Label a = new("a");
    private readonly Label b = new("b");

    [Fact]
    public void Missing_corners_leave_their_room_to_the_neighbor()
    {
        Assert.Equal("\"top-left top-right\"\n\"bottom-right bottom-right\"", new TwoByTwoLayout(a, b, bottomRight: new Label()).Layout.GridTemplateAreas);
        Assert.Equal("\"top-left top-left\"", new TwoByTwoLayout(a).Layout.GridTemplateAreas);
        Assert.Equal("top-left", a.Layout.GridArea);
    }

    [Fact]
    public void A_page_without_bars_is_all_middle()
    {
        var page = new AppLayout(header: a, center: b);
        Assert.Equal("\"header header header\"\n\"center center center\"", page.Layout.GridTemplateAreas);
        Assert.Equal([a, b], page.Children);
        Assert.Equal("\"left-sidebar center center\"", new AppLayout(left: a, center: b).Layout.GridTemplateAreas);
    }

    [Fact]
    public void A_tab_is_in_front_where_there_is_one()
    {
        var frontEnd = new FakeFrontEnd();
        var tab = frontEnd.Show(() => new Tab(new Label(), new Label()) { Titles = ["one", "two"], SelectedIndex = 1 });
        Assert.Equal(1, tab.SelectedIndex);
        tab.Children = [];
        tab.Children = [frontEnd.Show(() => new Label())];
        Assert.Equal(0, tab.SelectedIndex);
        Assert.Null(frontEnd.Show(() => new Accordion(new Label())).SelectedIndex);
    }

    [Fact]
    public void A_border_is_four_sides()
    {
        var layout = new Layout { Border = "1px solid" };
        Assert.Equal(("1px solid", "1px solid"), (layout.BorderTop, layout.BorderLeft));
        layout.BorderLeft = null;
        Assert.Null(layout.Border);
    }
}
