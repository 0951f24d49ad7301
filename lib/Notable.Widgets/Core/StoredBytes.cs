namespace Notable.Widgets;

/// <summary>Counts the bytes sent by the front end that widgets keep. Not thread-safe: guarded by the manager's lock.</summary>
internal sealed class StoredBytes
{
    private readonly Dictionary<(Widget Widget, int Attribute), long> values = [];

    /// <summary>The number of bytes kept.</summary>
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

    /// <summary>Counts a value that is about to replace the previous one.</summary>
    /// <param name="widget">The widget.</param>
    /// <param name="attribute">The attribute's index.</param>
    /// <param name="value">The value.</param>
    /// <param name="size">Its size in the message in bytes.</param>
    /// <param name="most">The maximum number of bytes.</param>
    /// <returns>False if the maximum would be exceeded.</returns>
    public bool TryKeep(Widget widget, int attribute, object? value, long size, long most)
    {
        var before = values.TryGetValue((widget, attribute), out var old) ? BytesOf(widget.State[attribute]) ?? old : 0;
        if (Bytes - before + (BytesOf(value) ?? size) > most)
            return false;
        values[(widget, attribute)] = size;
        return true;
    }

    /// <summary>Stops counting the values of a widget.</summary>
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
