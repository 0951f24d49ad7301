using System.Collections;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notable.Display;

/// <summary>The beginning of a lazy sequence.</summary>
internal interface ISequence
{
    /// <summary>What ended it early; null where nothing did.</summary>
    string? Note { get; }
}

/// <summary>
/// Reads lazy sequences once for all forms of a value, no further than is shown, so that an endless one ends and one that
/// throws shows what came before.
/// </summary>
internal static class Sequence
{
    /// <summary>The beginning of a value that is a lazy sequence; an array of tuples as a list; other values as they are.</summary>
    public static object Read(object value)
    {
        // The library takes such an array for a tuple.
        if (value is Array { Rank: 1 } && value.GetType().GetElementType() is { } item && item.IsAssignableTo(typeof(ITuple)))
            return Activator.CreateInstance(typeof(List<>).MakeGenericType(item), value)!;
        if (value is not IEnumerable || value is ICollection or string or ISequence || ElementOf(value.GetType()) is not { } element || HasParts(value.GetType()))
            return value;
        return Activator.CreateInstance(typeof(Start<>).MakeGenericType(element), value, Formatter.ListExpansionLimit + 1)!;
    }

    private static Type? ElementOf(Type type) => type.GetInterfaces().Append(type)
        .FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];

    /// <summary>Whether it is more than its items: a group has a key, a set has a count.</summary>
    private static bool HasParts(Type type) => type.GetProperties().Any(property => property.GetIndexParameters().Length == 0);

    // No collection: how many items there are in all is not known. Private: the library shows such types by their items alone.
    private sealed class Start<T> : IEnumerable<T>, ISequence
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
                note = $" (ended by {Guard.Describe(error)})";
            }
        }

        string? ISequence.Note => note;

        public IEnumerator<T> GetEnumerator()
        {
            foreach (var item in items)
                yield return item;
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
