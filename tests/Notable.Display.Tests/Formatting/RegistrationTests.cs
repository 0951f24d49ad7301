using Microsoft.DotNet.Interactive.Formatting;
using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;

namespace Notable.Display.Tests;

[Collection(nameof(FormatterSettings))]
public sealed class RegistrationTests : IDisposable
{
    private interface IBill;

    private interface IGreenBill : IBill;

    private class Paper;

    private sealed class Fifty : Paper;

    private sealed class Five : Paper;

    private sealed class Hundred : IGreenBill;

    private sealed class Drawn : IDisplayable
    {
        public MimeBundle ToMimeBundle() => MimeBundle.Html("<b>drawn</b>", "drawn");
    }

    public void Dispose() => Formatter.ResetToDefault();

    [Fact]
    public void A_format_holds_for_derived_types()
    {
        Formatter.Register<Paper>(_ => "paper");

        Assert.Equal("paper", MimeBundle.Of(new Fifty()).PlainText);
    }

    [Fact]
    public void The_nearest_interface_decides()
    {
        Formatter.Register<IBill>(_ => "bill");
        Formatter.Register<IGreenBill>(_ => "green bill");

        Assert.Equal("green bill", MimeBundle.Of(new Hundred()).PlainText);
    }

    [Fact]
    public void A_value_draws_itself_until_a_format_is_registered()
    {
        Assert.Equal("<b>drawn</b>", (string)MimeBundle.Of(new Drawn()).Content(MimeTypes.Html)!);

        Formatter.Register<Drawn>(_ => "<i>registered</i>", "text/html");

        Assert.Equal("<i>registered</i>", (string)MimeBundle.Of(new Drawn()).Content(MimeTypes.Html)!);
        Assert.Equal("drawn", MimeBundle.Of(new Drawn()).PlainText);
    }

    [Fact]
    public void Preferred_forms_are_given_beside_the_text()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(Paper), "application/json");

        var bundle = MimeBundle.Of(new Paper());

        Assert.Equal([MimeTypes.Text, MimeTypes.Json], bundle.Types);
        Assert.Equal("{}", bundle.Content(MimeTypes.Json)!.ToJsonString());
    }

    [Fact]
    public void A_number_has_html_where_a_format_was_registered()
    {
        Assert.Equal([MimeTypes.Text], MimeBundle.Of(7).Types);

        Formatter.Register<int>(number => $"<b>{number}</b>", "text/html");

        Assert.Equal("<b>7</b>", (string)MimeBundle.Of(7).Content(MimeTypes.Html)!);
    }

    [Fact]
    public void A_reset_forgets_what_users_registered_and_keeps_our_own()
    {
        DefaultFormats.Add(() => Formatter.Register<Five>(_ => "a five"));
        Formatter.Register<Fifty>(_ => "a fifty");
        Formatter.ListExpansionLimit = 3;

        Formatter.ResetToDefault();

        Assert.Equal(20, Formatter.ListExpansionLimit);
        Assert.DoesNotContain("a fifty", MimeBundle.Of(new Fifty()).PlainText);
        Assert.Equal("a five", MimeBundle.Of(new Five()).PlainText);
        List<object> circle = [];
        circle.Add(circle);
        Assert.Contains("…", MimeBundle.Of(circle).PlainText);
    }

    [Fact]
    public void Lists_end_at_the_expansion_limit()
    {
        Formatter.ListExpansionLimit = 3;

        Assert.Equal("[ 0, 1, 2 ... (7 more) ]", MimeBundle.Of(Enumerable.Range(0, 10).ToList()).PlainText);
        Assert.Equal("[ 0, 1, 2 ... (more) ]", MimeBundle.Of(Enumerable.Range(0, 10).Where(_ => true)).PlainText);
    }

    [Fact]
    public void Tags_are_shown_as_markup()
    {
        PocketView view = div[style: "color:red"](span("a < b"), b("bold"));

        Assert.Equal("<div style=\"color:red\"><span>a &lt; b</span><b>bold</b></div>", (string)MimeBundle.Of(view).Content(MimeTypes.Html)!);
    }

    [Fact]
    public void A_format_that_throws_is_named_with_its_type_and_form()
    {
        Formatter.Register<Paper>(_ => throw new InvalidOperationException("no ink"), "text/html");

        var error = Assert.Throws<FormatterException>(() => MimeBundle.Of(new Fifty()));

        Assert.Equal("The format of Fifty for text/html failed: InvalidOperationException: no ink", error.Message);
    }

    [Fact]
    public void A_form_that_nobody_can_make_is_an_error_that_says_so() =>
        Assert.Contains("no format is registered", Assert.Throws<FormatterException>(() => MimeBundle.Of(new Paper(), "image/png")).Message);
}

/// <summary>Tests that change the settings of the process's formatter run one after another.</summary>
[CollectionDefinition(nameof(FormatterSettings), DisableParallelization = true)]
public sealed class FormatterSettings;
