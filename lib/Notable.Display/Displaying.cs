using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>Functions that display values in a notebook: <c>display(x)</c>, <c>x.Display()</c>, <c>ClearOutput()</c>.</summary>
public static class Displaying
{
    /// <summary>Shows a value on the current target.</summary>
    /// <returns>A handle to replace the displayed value on the same target, from any thread.</returns>
#pragma warning disable IDE1006 // The name in .NET Interactive
    public static DisplayedValue display(object? value) => Displays.Show(value);

    /// <summary>Shows a value in one form.</summary>
    /// <inheritdoc cref="display(object?)"/>
    public static DisplayedValue display(object? value, string mimeType) => Displays.Show(value, mimeType);
#pragma warning restore IDE1006

    /// <summary>Shows this value on the current target.</summary>
    /// <inheritdoc cref="display(object?)"/>
    public static DisplayedValue Display(this object? value) => Displays.Show(value);

    /// <summary>Shows this value in one form.</summary>
    /// <inheritdoc cref="display(object?)"/>
    public static DisplayedValue Display(this object? value, string mimeType) => Displays.Show(value, mimeType);


    /// <summary>Removes what the running cell has shown so far.</summary>
    /// <param name="wait">Whether to wait until the next output arrives, to avoid flicker.</param>
    public static void ClearOutput(bool wait = false) => DisplayTarget.Current.Clear(wait);
}
