namespace Notable.AppHost.Sessions;

/// <summary>The page's message being handled in this flow of execution: what is sent meanwhile names it as its parent.</summary>
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
