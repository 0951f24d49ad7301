using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// <c>Display(x)</c>, with C#'s naming, in addition to <see cref="Displaying.display(object?)"/>. (The extension method
/// <c>x.Display()</c> cannot be called as <c>Display(x)</c> without its class.)
/// </summary>
public static class DisplayFunctions
{
    /// <inheritdoc cref="Displaying.display(object?)"/>
    public static DisplayedValue Display(object? value) => Displays.Show(value);

    /// <inheritdoc cref="Displaying.display(object?, string)"/>
    public static DisplayedValue Display(object? value, string mimeType) => Displays.Show(value, mimeType);
}
