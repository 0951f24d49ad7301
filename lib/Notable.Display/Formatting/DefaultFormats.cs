using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// Formats that this library adds to the defaults of <see cref="Formatter"/>. Formats that a user registers take precedence;
/// <see cref="Formatter.ResetToDefault"/> restores the defaults.
/// </summary>
public static class DefaultFormats
{
    private static readonly Lock gate = new();
    private static readonly List<Action> all = [];
    private static bool isInstalled;

    /// <summary>Adds formats that later code may replace with <see cref="Formatter.Register{T}(Func{T, string}, string)"/>.</summary>
    /// <param name="register">Registers them; called now and after each <see cref="Formatter.ResetToDefault"/>.</param>
    public static void Add(Action register)
    {
        ArgumentNullException.ThrowIfNull(register);
        Install();
        lock (gate)
            all.Add(register);
        register();
        Refresh();
    }

    /// <summary>Installs the formats of this assembly, once per process.</summary>
    public static void Install()
    {
        lock (gate)
        {
            if (isInstalled)
                return;
            isInstalled = true;
            FormatterInternals.OnReset(RegisterAll);
        }
        RegisterOwn();
        Figures.ChartFormats.Watch();
    }

    private static void RegisterAll()
    {
        RegisterOwn();
        Action[] others;
        lock (gate)
            others = [.. all];
        foreach (var register in others)
            register();
    }

    private static void RegisterOwn()
    {
        var fallbacks = FormatterInternals.Defaults.Where(one => one.Type == typeof(object) && one is not GuardedFormatter).ToArray();
        foreach (var fallback in fallbacks.DistinctBy(one => one.MimeType))
            FormatterInternals.Defaults.Push(new GuardedFormatter(fallback));
        foreach (var formatter in ValueFormats.All)
            FormatterInternals.Defaults.Push(formatter);
        Refresh();
    }

    /// <summary>Clears the formatter's cache of formats, which any registration does.</summary>
    private static void Refresh() => Formatter.SetPreferredMimeTypesFor(typeof(DefaultFormats), HtmlFormatter.MimeType);
}
