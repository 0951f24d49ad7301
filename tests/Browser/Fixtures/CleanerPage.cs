using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Browser.Fixtures;

/// <summary>What a person does with the cleaner, wherever it is shown.</summary>
internal static class CleanerPage
{
    public static ILocator Cards(Visitor visitor) => visitor.Page.Locator(".widget-gridbox > .widget-vbox:visible");

    public static Task ClickAsync(Visitor visitor, string button) => Button(visitor, button).ClickAsync();

    public static Task PressAsync(Visitor visitor, string button) => Button(visitor, button).PressAsync("Enter");

    // Where the page has a font of icons, as Jupyter's, a button's name begins with its icon.
    private static ILocator Button(Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Button, new() { NameRegex = new($@"^\W*{Regex.Escape(name)}$") });

    /// <summary>Chooses, and waits until other pictures are shown.</summary>
    public static async Task ChooseAsync(Visitor visitor, string label, string option)
    {
        var before = await FileOfAsync(visitor, card: 0);
        await visitor.Page.GetByLabel(label, new() { Exact = true }).SelectOptionAsync(option);
        await visitor.Page.Locator($"[title=\"{before}\"]").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    /// <returns>The picture's path below the data set.</returns>
    public static async Task<string> MarkAsync(Visitor visitor, int card, string mark)
    {
        await Cards(visitor).Nth(card).Locator("select").SelectOptionAsync(mark);
        return await FileOfAsync(visitor, card);
    }

    public static async Task<string> FileOfAsync(Visitor visitor, int card) =>
        (await Cards(visitor).Nth(card).Locator("[title^=usd]").GetAttributeAsync("title"))!;

    public static Task<string> MarkOfAsync(Visitor visitor, int card) =>
        Cards(visitor).Nth(card).Locator("select").EvaluateAsync<string>("select => select.selectedOptions[0].text.replaceAll('\\u00a0', ' ')");
}
