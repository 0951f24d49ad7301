namespace Notable.Learning.Files.Pickling;

/// <summary>The unpickler's stack and marks, both of limited depth.</summary>
internal sealed class PickleStack
{
    private const int MaxItems = 100_000;
    private const int MaxMarks = 100;

    private readonly List<object?> items = [];
    private readonly Stack<int> marks = [];

    /// <summary>The lowest index that may be accessed since the last mark.</summary>
    private int Floor => marks.TryPeek(out var mark) ? mark : 0;

    public void Push(object? value)
    {
        if (items.Count == MaxItems)
            throw new PickleException($"more than {MaxItems:N0} values at once", "fewer");
        items.Add(value);
    }

    public object? Top => items.Count > Floor ? items[^1] : throw Underflow();

    public object? Pop()
    {
        var top = Top;
        items.RemoveAt(items.Count - 1);
        return top;
    }

    public object?[] Pop(int count)
    {
        if (items.Count - count < Floor)
            throw Underflow();
        object?[] top = [.. items[^count..]];
        items.RemoveRange(items.Count - count, count);
        return top;
    }

    public void Mark()
    {
        if (marks.Count == MaxMarks)
            throw new PickleException($"values nested deeper than {MaxMarks} levels", "the flat dict of a state dict");
        marks.Push(items.Count);
    }

    public object?[] PopToMark()
    {
        if (!marks.TryPop(out var mark))
            throw new PickleException("the end of a list that never began", "a whole pickle");
        object?[] top = [.. items[mark..]];
        items.RemoveRange(mark, items.Count - mark);
        return top;
    }

    public T TopAs<T>() => Top is T value
        ? value
        : throw new PickleException($"another value where a {typeof(T).Name} is filled", "a whole pickle");

    /// <summary>Returns the single value that is left at the end, and empties the stack.</summary>
    public object? Result()
    {
        if (marks.Count > 0 || items.Count != 1)
            throw new PickleException($"an end with {items.Count:N0} values left", "one");
        return Pop();
    }

    private static PickleException Underflow() => new("an instruction without the values that it needs", "a whole pickle");
}

/// <summary>A pickle that is damaged, too large, or contains more than data.</summary>
internal sealed class PickleException(string found, string expected) : MalformedContentException(found, expected);
