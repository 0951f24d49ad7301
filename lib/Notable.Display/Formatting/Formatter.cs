using System.Collections.Concurrent;

namespace Notable.Display;

/// <summary>
/// Turns any value into a <see cref="MimeBundle"/>. What was registered for the value's type, for the nearest base type or
/// for an interface of it comes first; then the value's own <see cref="IDisplayable"/>; then the defaults: text for text,
/// numbers (invariant culture), dates and exceptions, tables for collections and for objects with properties.
/// </summary>
public static class Formatter
{
    private static readonly ConcurrentDictionary<Type, Func<object, MimeBundle>> registered = new();

    /// <summary>Sets how values of <typeparamref name="T"/> (a class, a struct or an interface) look in this process; a later call wins.</summary>
    public static void Register<T>(Func<T, MimeBundle> format)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(format);
        registered[typeof(T)] = value => format((T)value);
    }

    /// <summary>
    /// The value in every form it can be shown in. Text of the value is escaped in HTML. Getters that throw and objects that
    /// contain themselves are shown as far as they go; what a registered format throws comes out.
    /// </summary>
    public static MimeBundle Format(object? value) =>
        value is null ? MimeBundle.Text("null")
        : Registered(value.GetType()) is { } format ? format(value)
        : value is IDisplayable displayable ? displayable.ToMimeBundle()
        : DefaultFormat.Of(value);

    private static Func<object, MimeBundle>? Registered(Type type)
    {
        if (registered.IsEmpty)
            return null;
        for (var candidate = type; candidate is not null && candidate != typeof(object); candidate = candidate.BaseType)
            if (registered.TryGetValue(candidate, out var format))
                return format;
        var interfaces = type.GetInterfaces().Where(registered.ContainsKey).ToArray();
        var nearest = interfaces.FirstOrDefault(one => !interfaces.Any(other => other != one && one.IsAssignableFrom(other)));
        return registered.GetValueOrDefault(nearest ?? typeof(object));
    }
}
