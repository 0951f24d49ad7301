namespace Notable.AppHost;

/// <summary>The app could not be started. The message tells the person who started it what was found and what to do.</summary>
public sealed class AppHostException : Exception
{
    internal AppHostException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
