namespace Notable.Display;

/// <summary>Something on show that can be replaced. It remembers its target: an update from any thread goes where it was shown.</summary>
public sealed class DisplayedValue
{
    private readonly IDisplayTarget target;

    internal DisplayedValue(IDisplayTarget target, MimeBundle bundle)
    {
        this.target = target;
        target.Display(bundle, DisplayId);
    }

    /// <summary>The name that front ends know the display by; unique.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("n");

    /// <summary>Shows <paramref name="value"/> in place of what was shown before.</summary>
    public void Update(object? value) => target.Update(DisplayId, Formatter.Format(value));
}
