namespace Notable.Gathering;

/// <summary>An address or its content is not wanted, whatever the server does.</summary>
/// <param name="message">Why.</param>
internal sealed class RefusedException(string message) : Exception(message)
{
    /// <summary>The refusal behind an exception of the HTTP stack, which wraps what a connection throws.</summary>
    public static RefusedException? Behind(Exception? e) => e is null ? null : e as RefusedException ?? Behind(e.InnerException);
}
