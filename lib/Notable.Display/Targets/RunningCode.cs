namespace Notable.Display;

/// <summary>
/// Whether the running code is to stop: a cell that its user has interrupted, say. Whatever reports its progress stops by
/// itself; other long work may ask here.
/// </summary>
public static class RunningCode
{
    private static readonly AsyncLocal<CancellationToken> stop = new();

    /// <summary>Cancelled when the running code, or what started it, is to stop; never where nobody can stop it.</summary>
    public static CancellationToken Stop => stop.Value;

    /// <summary>Has this flow of execution, and all that it starts, be stopped by a token.</summary>
    public static void StopBy(CancellationToken token) => stop.Value = token;
}
