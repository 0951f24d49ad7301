using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter;

/// <summary>
/// The request whose consequences the running code is, also in tasks that it has started: the parent of what it sends.
/// </summary>
internal static class CurrentRequest
{
    private static readonly AsyncLocal<Request?> current = new();

    public static Request? Value
    {
        get => current.Value;
        set => current.Value = value;
    }
}
