using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>
/// Non-public members of <see cref="Formatter"/>. The package is pinned to one version and its repository is archived, so these
/// names do not change. A missing one is an error at the first display, and a test checks each.
/// </summary>
internal static class FormatterInternals
{
    private const BindingFlags Hidden = BindingFlags.Static | BindingFlags.NonPublic;

    /// <summary>The default formatters, in the order in which they are tried. User registrations come before them.</summary>
    public static ConcurrentStack<ITypeFormatter> Defaults { get; } = (ConcurrentStack<ITypeFormatter>)Field("_defaultTypeFormatters").GetValue(null)!;

    /// <summary>Registers an action that runs after each <see cref="Formatter.ResetToDefault"/>.</summary>
    public static void OnReset(Action action) =>
        (typeof(Formatter).GetEvent("Clearing", Hidden)?.GetAddMethod(nonPublic: true) ?? throw Missing("Clearing")).Invoke(null, [action]);

    /// <summary>Whether there is a handler for displayed values.</summary>
    public static bool HasHandler => Field("OnFormatterEvent").GetValue(null) is not null;

    /// <summary>Makes <paramref name="handler"/> the only handler for displayed values.</summary>
    public static void HandleDisplays(Action<DisplayedValue> handler) => Field("OnFormatterEvent").SetValue(null, handler);

    private static FieldInfo Field(string name) => typeof(Formatter).GetField(name, Hidden) ?? throw Missing(name);

    private static MissingMemberException Missing(string name) => new(
        $"Formatter of {typeof(Formatter).Assembly.GetName()} has no member {name}; Notable needs the version that it was built with.");
}
