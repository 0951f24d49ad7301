using System.Runtime.ExceptionServices;

namespace Notable.Learning.Acceleration;

/// <summary>Runs the same work on many pictures in parallel, on all cores.</summary>
internal static class ParallelPictures
{
    /// <summary>
    /// Runs the work for 0 to <paramref name="count"/> - 1, in any order. When it returns or throws, all threads have finished.
    /// </summary>
    /// <exception cref="Exception">The first error of <paramref name="work"/>, not wrapped, so that callers can catch it by type.</exception>
    /// <exception cref="ThreadInterruptedException">The calling thread was interrupted, as happens when a notebook cell is stopped.</exception>
    public static void Each(int count, Action<int> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (count == 1)
            work(0);
        else
            InterruptSafe.Run(stop => OnPool(count, work, stop), cancellation);
    }

    private static void OnPool(int count, Action<int> work, CancellationToken cancellation)
    {
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };
            Parallel.For(0, count, options, work);
        }
        catch (AggregateException errors)
        {
            ExceptionDispatchInfo.Throw(errors.InnerExceptions[0]);
        }
    }
}
