namespace Notable.Gathering;

/// <summary>An address or its content is not wanted, whatever the server does.</summary>
/// <param name="message">Why.</param>
internal sealed class RefusedException(string message) : Exception(message)
{
    /// <summary>The refusal behind an exception of the HTTP stack, which wraps what a connection throws.</summary>
    public static RefusedException? Behind(Exception? e) => e is null ? null : e as RefusedException ?? Behind(e.InnerException);
}

/// <summary>A server is busy or out of reach for now: worth another try.</summary>
/// <param name="message">What happened.</param>
/// <param name="retryAfter">How long the server asks to be left alone; null where it does not say.</param>
/// <param name="inner">The cause.</param>
internal sealed class TransientWebException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
