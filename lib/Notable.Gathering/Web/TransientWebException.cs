namespace Notable.Gathering;

/// <summary>A server is busy or out of reach for now: worth another try.</summary>
/// <param name="message">What happened.</param>
/// <param name="retryAfter">How long the server asks to be left alone; null where it does not say.</param>
/// <param name="inner">The cause.</param>
internal sealed class TransientWebException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
