namespace Notable.Torch.Interop;

/// <summary>A C bool: one byte, passed as it is. C#'s own bool would be marshalled as a Win32 BOOL of four.</summary>
internal readonly struct Flag
{
    private readonly byte value;

    private Flag(bool value) => this.value = value ? (byte)1 : (byte)0;

    public static implicit operator Flag(bool value) => new(value);

    public static implicit operator bool(Flag flag) => flag.value != 0;
}
