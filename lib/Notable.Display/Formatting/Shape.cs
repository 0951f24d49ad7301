using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Notable.Display;

/// <summary>A part of a value that has a name.</summary>
internal sealed record Member(string Name, Func<object, object?> Read);

/// <summary>
/// The parts a value of some type is shown by; none for a type that has a text of its own (<c>ToString</c> overridden by
/// hand). Records, tuples and pairs have one too, but it knows no limit: a record that contains itself overflows the stack.
/// </summary>
internal sealed record Shape(IReadOnlyList<Member> Members)
{
    private static readonly ConcurrentDictionary<Type, Shape> shapes = new();

    public static Shape Of(Type type) => shapes.GetOrAdd(type, Create);

    private static Shape Create(Type type) =>
        type == typeof(DictionaryEntry) ? new Shape(Readable(type))
        : type.IsPrimitive || type.IsEnum || IsOpaque(type) || (HasOwnText(type) && !TextIsGenerated(type)) ? new Shape([])
        : new Shape(Readable(type));

    // Reading the result of a task waits for it; the parts of a delegate say nothing; a displayable draws itself.
    private static bool IsOpaque(Type type) =>
        type.IsAssignableTo(typeof(Task)) || type == typeof(ValueTask) || type.IsAssignableTo(typeof(Delegate))
        || type.IsAssignableTo(typeof(IDisplayable))
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static bool HasOwnText(Type type) =>
        type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType is var owner
        && owner != typeof(object) && owner != typeof(ValueType);

    private static bool TextIsGenerated(Type type) =>
        type.IsAssignableTo(typeof(ITuple))
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>))
        || type.Name.Contains("AnonymousType", StringComparison.Ordinal)
        || type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute));

    private static Member[] Readable(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod?.IsPublic == true && property.GetIndexParameters().Length == 0 && Boxable(property.PropertyType))
            .Select(property => new Member(property.Name, property.GetValue)),
        .. type.GetFields(BindingFlags.Public | BindingFlags.Instance)
            .Where(field => Boxable(field.FieldType))
            .Select(field => new Member(field.Name, field.GetValue)),
    ];

    private static bool Boxable(Type type) => !type.IsByRefLike && !type.IsPointer && !type.IsByRef;
}
