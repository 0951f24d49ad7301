namespace Notable.Gathering;

/// <summary>An address or its content is not accepted. Retrying does not help.</summary>
/// <param name="message">Why.</param>
internal sealed class RefusedException(string message) : Exception(message)
{
    /// <summary>Returns the refusal inside an exception of the HTTP stack, which wraps exceptions thrown by a connection.</summary>
    public static RefusedException? Behind(Exception? e) => e is null ? null : e as RefusedException ?? Behind(e.InnerException);
}

/// <summary>A server is temporarily busy or unreachable: worth a retry.</summary>
/// <param name="message">What happened.</param>
/// <param name="retryAfter">The wait requested by the server; null if there is none.</param>
/// <param name="inner">The cause.</param>
internal sealed class TransientWebException(string message, TimeSpan? retryAfter = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
