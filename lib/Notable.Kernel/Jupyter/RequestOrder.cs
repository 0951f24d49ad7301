using Notable.Kernel.Protocol;

namespace Notable.Kernel.Jupyter;

/// <summary>
/// Numbers the requests as they arrive, so that a failed cell can cancel those that are already queued after it ("Run
/// all").
/// </summary>
internal sealed class RequestOrder
{
    private long last;
    private long abortedUpTo;

    public long Next() => Interlocked.Increment(ref last);

    public void AbortWaiting() => Volatile.Write(ref abortedUpTo, Volatile.Read(ref last));

    public bool IsAborted(JupyterRequest request) => request.Order <= Volatile.Read(ref abortedUpTo);
}
