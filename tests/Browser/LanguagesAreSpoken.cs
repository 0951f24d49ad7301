using Browser.Fixtures;
using Microsoft.Playwright;

namespace Browser;

public class LanguagesAreSpoken(BrowserFixture browser, BillsApp app)
{
    [Theory]
    [InlineData("es-MX", "¿Cincuenta o cien?", "Elegir una foto", "certeza:", "¿Con cuánta certeza?", "No comprueba si es auténtico")]
    [InlineData("zh-CN", "五十还是一百？", "选择照片", "把握", "有多大把握？", "检验真伪")]
    public async Task From_the_title_to_the_answer(string locale, string title, string choose, string sure, string question, string statement)
    {
        await using var visitor = await browser.VisitorAsync(onPhone: true, locale: locale);
        await visitor.OpenAsync(app.Address);
        await visitor.Page.GetByRole(AriaRole.Heading, new() { Name = title }).WaitForAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = choose }).WaitForAsync();

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "$100" }).ClickAsync();

        await visitor.Page.Locator(".photo-answer").GetByText(sure).WaitForAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = question }).WaitForAsync();
        await visitor.ScreenshotAsync($"bills-phone-{locale}");
        Assert.Contains(statement, await visitor.Page.InnerTextAsync("main"));
    }
}
