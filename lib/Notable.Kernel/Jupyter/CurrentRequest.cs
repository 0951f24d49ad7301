using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter;

/// <summary>The request that the running code, and the tasks it started, belong to. It is the parent of the messages they send.</summary>
internal static class CurrentRequest
{
    private static readonly AsyncLocal<JupyterRequest?> current = new();

    public static JupyterRequest? Value
    {
        get => current.Value;
        set => current.Value = value;
    }
}
