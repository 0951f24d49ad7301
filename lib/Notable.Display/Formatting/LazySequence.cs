using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>The beginning of a lazy sequence.</summary>
internal interface ILazySequence
{
    /// <summary>The exception that ended it early, as text; null if there was none.</summary>
    string? Note { get; }
}

/// <summary>
/// Reads the start of lazy sequences, once for all representations of a value. An endless sequence thus ends, and one that throws
/// shows the items before the exception.
/// </summary>
internal static class LazySequence
{
    /// <summary>Returns the start of a lazy sequence, an array of tuples as a list, and other values unchanged.</summary>
    public static object Read(object value)
    {
        // The library would format such an array as a tuple.
        if (value is Array { Rank: 1 } && value.GetType().GetElementType() is { } item && item.IsAssignableTo(typeof(ITuple)))
            return Activator.CreateInstance(typeof(List<>).MakeGenericType(item), value)!;
        if (value is not IEnumerable || value is ICollection or string or ILazySequence || ElementOf(value.GetType()) is not { } element || HasParts(value.GetType()))
            return value;
        return Activator.CreateInstance(typeof(Start<>).MakeGenericType(element), value, ExpansionLimits.Items + 1)!;
    }

    private static Type? ElementOf(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    /// <summary>Returns whether a sequence has properties besides its items, such as a key or a count.</summary>
    private static bool HasParts(Type type) => type.GetProperties().Any(property => property.GetIndexParameters().Length == 0);

    // Not a collection, because the total number of items is unknown. Private, because the library shows only the items of private types.
    private sealed class Start<T> : IEnumerable<T>, ILazySequence
    {
        private readonly List<T> items = [];
        private readonly string? note;

        public Start(IEnumerable<T> source, int most)
        {
            try
            {
                foreach (var item in source)
                {
                    items.Add(item);
                    if (items.Count >= most)
                        break;
                }
            }
            catch (Exception error)
            {
                note = $" (ended by {ExceptionText.Describe(error)})";
            }
        }

        string? ILazySequence.Note => note;

        public IEnumerator<T> GetEnumerator()
        {
            foreach (var item in items)
                yield return item;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
