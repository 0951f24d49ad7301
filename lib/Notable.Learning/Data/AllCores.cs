using System.Runtime.ExceptionServices;

namespace Notable.Learning;

/// <summary>The same work for many pictures, on all cores.</summary>
internal static class AllCores
{
    /// <summary>Works on 0 to <paramref name="count"/> - 1, in any order.</summary>
    /// <exception cref="Exception">
    /// The first error of <paramref name="work"/>, as it is: callers tell errors apart by their types.
    /// </exception>
    public static void Each(int count, Action<int> work, CancellationToken cancellation)
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
