namespace Notable.Kernel.ProcessProtection;

/// <summary>Thrown when a cell or handler calls a method that would end the process. The call is refused.</summary>
/// <param name="call">The call.</param>
/// <param name="innerException">The exception that the call was given.</param>
public sealed class ProcessEndException(string call, Exception? innerException = null) : InvalidOperationException(
    $"{call} was refused: it would end the process and lose all variables and, in an app, every visitor's page. To leave a cell or a handler early, use return; to fail, throw an exception.",
    innerException);
