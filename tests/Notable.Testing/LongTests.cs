namespace Notable.Testing;

/// <summary>Tests that take long check all their data with <c>NOTABLE_LONG=1</c>, and a part of it otherwise.</summary>
public static class LongTests
{
    /// <summary>Whether <c>NOTABLE_LONG</c> is 1.</summary>
    public static bool AreOn { get; } = Environment.GetEnvironmentVariable("NOTABLE_LONG") == "1";

    /// <summary>Returns all items in a long run, otherwise <paramref name="count"/> of them, evenly spaced.</summary>
    public static IReadOnlyList<T> Sample<T>(IReadOnlyList<T> items, int count) => AreOn || items.Count <= count
        ? items
        : [.. Enumerable.Range(0, count).Select(i => items[(int)((long)i * items.Count / count)])];
}
