using System.Text.RegularExpressions;
using Browser.Fixtures;
using Microsoft.Playwright;
using Notable;
using Notable.Testing;

namespace Browser;

public class BillsAreTold(BrowserFixture browser, BillsApp app)
{
    private const string Answer = @"\$(50|100), .*\d+\s% sure";

    private static FilePayload DrawnNote(int denomination) =>
        new() { Name = "note.jpg", MimeType = "image/jpeg", Buffer = SampleNotes.Draw(denomination, seed: 3).ToJpeg() };

    private static Task<string> AnswerAsync(Visitor visitor) =>
        visitor.Page.GetByText(new Regex(Answer)).First.InnerTextAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_drawn_note_gets_an_answer_and_is_shown(bool onPhone)
    {
        await using var visitor = await browser.VisitorAsync(onPhone);
        await visitor.OpenAsync(app.Address);
        // They are there before anything was done: the page's first states carry bytes too.
        await Assertions.Expect(visitor.Page.Locator(".drawn-examples img")).ToHaveCountAsync(2);
        foreach (var example in await visitor.Page.Locator(".drawn-examples img").AllAsync())
            await Assertions.Expect(example).ToHaveJSPropertyAsync("naturalWidth", 320);
        await visitor.ScreenshotAsync(onPhone ? "bills-phone-before" : "bills-desktop-before");

        await visitor.UploadAsync(DrawnNote(100));

        Assert.Matches(Answer, await AnswerAsync(visitor));
        await Assertions.Expect(visitor.Page.Locator(".photo-answer ~ .widget-image").First).ToHaveJSPropertyAsync("naturalWidth", 480);
        await visitor.ScreenshotAsync(onPhone ? "bills-phone-after" : "bills-desktop-after");
        Assert.Empty(visitor.Complaints);
        Assert.Equal([app.Address.Authority], visitor.Servers);
    }

    [Theory]
    [InlineData("usd50", "$50")]
    [InlineData("usd100", "$100")]
    public async Task A_photo_gets_its_denomination(string label, string denomination)
    {
        var photo = Directory.GetFiles(Repository.Shared("data", "bills", label), "*.jpg").Order(StringComparer.Ordinal).First();
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);

        await visitor.UploadAsync(new FilePayload
        {
            Name = Path.GetFileName(photo), MimeType = "image/jpeg", Buffer = await File.ReadAllBytesAsync(photo, TestContext.Current.CancellationToken),
        });

        Assert.StartsWith($"{denomination},", await AnswerAsync(visitor));
    }

    [Theory]
    [InlineData("Promise.resolve([{ kind: 'audioinput' }])", false)]
    [InlineData("Promise.resolve([{ kind: 'audioinput' }, { kind: 'videoinput' }])", true)]
    [InlineData("Promise.reject(new Error('not allowed'))", true)]
    public async Task A_phone_is_asked_to_take_a_photo_where_it_has_a_camera(string devices, bool isAsked)
    {
        await using var visitor = await browser.VisitorAsync(onPhone: true);
        await visitor.Page.AddInitScriptAsync($"navigator.mediaDevices.enumerateDevices = () => {devices}");
        await visitor.OpenAsync(app.Address);

        await Assertions.Expect(visitor.Page.Locator(".upload-camera")).ToBeVisibleAsync(new() { Visible = isAsked });
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData("en-US", "Importance for the answer: low high")]
    [InlineData("zh-CN", "对回答的重要程度： 低 高")]
    [InlineData("es-ES", "Importancia para la respuesta: baja alta")]
    public async Task The_colors_of_the_heat_map_are_explained_by_a_bar(string locale, string words)
    {
        await using var visitor = await browser.VisitorAsync(locale: locale);
        await visitor.OpenAsync(app.Address);
        await visitor.Page.Locator(".drawn-example button").First.ClickAsync();
        await visitor.Page.Locator(".widget-toggle-button").Last.ClickAsync();

        var scale = visitor.Page.Locator(".photo-answer-scale");
        await Assertions.Expect(scale).ToHaveTextAsync(words);
        await Assertions.Expect(scale.Locator("img")).ToHaveJSPropertyAsync("naturalWidth", 160);
    }

    [Fact]
    public async Task Files_that_are_no_photo_get_a_sentence_and_the_page_works_on()
    {
        await using var visitor = await browser.VisitorAsync(onPhone: true);
        await visitor.OpenAsync(app.Address);

        await visitor.UploadAsync(new FilePayload { Name = "page.jpg", MimeType = "image/jpeg", Buffer = "<!DOCTYPE html><html><body>not here</body></html>"u8.ToArray() });
        await visitor.SeeAsync("is not an image");
        await visitor.ScreenshotAsync("bills-phone-not-an-image");

        await visitor.UploadAsync(new FilePayload { Name = "huge.jpg", MimeType = "image/jpeg", Buffer = new byte[20 * 1024 * 1024] });
        await visitor.SeeAsync("the limit is 20 MB");

        await visitor.UploadAsync(DrawnNote(50));
        Assert.Matches(Answer, await AnswerAsync(visitor));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_second_visitor_sees_nothing_of_the_first()
    {
        await using var anna = await browser.VisitorAsync();
        await using var ben = await browser.VisitorAsync();
        await anna.OpenAsync(app.Address);
        await anna.UploadAsync(DrawnNote(100));
        await AnswerAsync(anna);

        await ben.OpenAsync(app.Address);

        Assert.Equal(0, await ben.Page.EvaluateAsync<int>("[...document.querySelectorAll('.photo-answer ~ .widget-image')].filter(i => i.naturalWidth > 0).length"));
        Assert.DoesNotMatch(Answer, await ben.Page.InnerTextAsync("body"));
    }

    [Fact]
    public async Task The_page_never_claims_to_tell_a_counterfeit()
    {
        await using var visitor = await browser.VisitorAsync();
        await visitor.OpenAsync(app.Address);
        await visitor.UploadAsync(DrawnNote(50));
        await AnswerAsync(visitor);

        var text = await visitor.Page.InnerTextAsync("body");
        Assert.DoesNotMatch(new Regex(@"\b(real|fake|authentic)\b", RegexOptions.IgnoreCase), text);
        Assert.Contains("does not check whether a bill is genuine", text);
    }
}
