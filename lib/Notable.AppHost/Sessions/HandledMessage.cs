namespace Notable.AppHost.Sessions;

/// <summary>The page's message being handled in this execution context. It is the parent of messages sent meanwhile.</summary>
internal static class HandledMessage
{
    private static readonly AsyncLocal<string?> id = new();

    public static string? Id => id.Value;

    public static IDisposable Begin(string messageId)
    {
        id.Value = messageId;
        return End.Instance;
    }

    private sealed class End : IDisposable
    {
        public static readonly End Instance = new();

        public void Dispose() => id.Value = null;
    }
}
