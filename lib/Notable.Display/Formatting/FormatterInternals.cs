using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// The parts of <see cref="Formatter"/> that are not public. The package is pinned to one version and its repository is
/// archived, so these names do not change; a missing one is an error at the first display, and a test looks for each.
/// </summary>
internal static class FormatterInternals
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;

    /// <summary>The default formatters, first tried first. What the user registers comes before all of them.</summary>
    public static ConcurrentStack<ITypeFormatter> Defaults { get; } = (ConcurrentStack<ITypeFormatter>)Field("_defaultTypeFormatters").GetValue(null)!;

    /// <summary>Has an action run after each <see cref="Formatter.ResetToDefault"/>.</summary>
    public static void OnReset(Action action) =>
        (typeof(Formatter).GetEvent("Clearing", Hidden)?.GetAddMethod(nonPublic: true) ?? throw Missing("Clearing")).Invoke(null, [action]);

    /// <summary>Whether anyone is told of displayed values.</summary>
    public static bool HasHandler => Field("OnFormatterEvent").GetValue(null) is not null;

    /// <summary>Makes <paramref name="handler"/> the only one that is told of displayed values, in place of all others.</summary>
    public static void HandleDisplays(Action<DisplayedValue> handler) => Field("OnFormatterEvent").SetValue(null, handler);

    private static FieldInfo Field(string name) => typeof(Formatter).GetField(name, Hidden) ?? throw Missing(name);

    private static MissingMemberException Missing(string name) => new(
        $"Formatter of {typeof(Formatter).Assembly.GetName()} has no member {name}; Notable needs the version that it was built with.");
}
