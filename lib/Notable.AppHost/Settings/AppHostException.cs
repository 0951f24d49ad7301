namespace Notable.AppHost;

/// <summary>Thrown when the app cannot be started. The message says what was found and what to do.</summary>
public sealed class AppHostException : Exception
{
    internal AppHostException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
