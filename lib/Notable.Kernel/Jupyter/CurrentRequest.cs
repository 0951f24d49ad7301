using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter;

/// <summary>
/// The request whose consequences the running code is, also in tasks that it has started: the parent of what it sends.
/// </summary>
internal static class CurrentRequest
{
    private static readonly AsyncLocal<JupyterRequest?> current = new();

    public static JupyterRequest? Value
    {
        get => current.Value;
        set => current.Value = value;
    }
}
