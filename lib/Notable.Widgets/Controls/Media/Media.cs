namespace Notable.Widgets;

public partial class Media
{
    /// <summary>The bytes of the file. They are not copied.</summary>
    public ReadOnlyMemory<byte> Value
    {
        get => Get(Media.value);
        set
        {
            Recognize(value.Span);
            Set(Media.value, value);
        }
    }

    /// <summary>Reads a file into <see cref="Value"/>.</summary>
    /// <param name="path">A file of the kind the widget shows. Image detects PNG, JPEG, GIF and WebP.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public void Load(string path) => Value = File.ReadAllBytes(path);

    /// <summary>Sets attributes that depend on the file's first bytes.</summary>
    private protected virtual void Recognize(ReadOnlySpan<byte> file)
    {
    }
}
