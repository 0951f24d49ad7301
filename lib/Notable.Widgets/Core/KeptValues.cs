namespace Notable.Widgets;

/// <summary>How many bytes of what the front end sent are kept in the states of widgets. Not thread-safe: the manager's lock guards it.</summary>
internal sealed class KeptValues
{
    private readonly Dictionary<(Widget Widget, int Attribute), long> values = [];

    /// <summary>The bytes that are kept now.</summary>
    public long Bytes
    {
        get
        {
            var sum = 0L;
            foreach (var ((widget, attribute), size) in values)
                sum += BytesOf(widget.State[attribute]) ?? size;
            return sum;
        }
    }

    /// <summary>Takes note of a value that is about to be stored in place of the one before.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="attribute">The attribute's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="size">The bytes that it took in the message.</param>
    /// <param name="most">The most that may be kept.</param>
    /// <returns>False if that would be too much.</returns>
    public bool TryKeep(Widget widget, int attribute, object? value, long size, long most)
    {
        var before = values.TryGetValue((widget, attribute), out var old) ? BytesOf(widget.State[attribute]) ?? old : 0;
        if (Bytes - before + (BytesOf(value) ?? size) > most)
            return false;
        values[(widget, attribute)] = size;
        return true;
    }

    /// <summary>What a widget kept is gone with it.</summary>
    public void Forget(Widget widget)
    {
        foreach (var key in values.Keys.Where(key => key.Widget == widget).ToArray())
            values.Remove(key);
    }

    private static long? BytesOf(object? value) => value switch
    {
        string text => 2L * text.Length,
        ReadOnlyMemory<byte> bytes => bytes.Length,
        IReadOnlyList<UploadedFile> files => files.Sum(file => (long)file.Content.Length),
        _ => null,
    };
}
