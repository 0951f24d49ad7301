namespace Notable.Display.Tests;

public class RegistrationTests
{
    private interface IBill;

    private interface IGreenBill : IBill;

    private class Paper;

    private sealed class Fifty : Paper;

    private sealed class Hundred : IGreenBill;

    private sealed class Drawn : IDisplayable
    {
        public MimeBundle ToMimeBundle() => MimeBundle.Text("drawn");
    }

    [Fact]
    public void A_format_holds_for_derived_types()
    {
        Formatter.Register<Paper>(_ => MimeBundle.Text("paper"));

        Assert.Equal("paper", Formatter.Format(new Fifty()).PlainText);
    }

    [Fact]
    public void The_nearest_interface_decides()
    {
        Formatter.Register<IBill>(_ => MimeBundle.Text("bill"));
        Formatter.Register<IGreenBill>(_ => MimeBundle.Text("green bill"));

        Assert.Equal("green bill", Formatter.Format(new Hundred()).PlainText);
    }

    [Fact]
    public void A_value_draws_itself_until_a_format_is_registered()
    {
        Assert.Equal("drawn", Formatter.Format(new Drawn()).PlainText);

        Formatter.Register<Drawn>(_ => MimeBundle.Text("registered"));

        Assert.Equal("registered", Formatter.Format(new Drawn()).PlainText);
    }
}
