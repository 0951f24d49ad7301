using Polly;
using Polly.Retry;

namespace Notable.Gathering;

/// <summary>Retries up to twice: after the wait requested by the server, else after about one and two seconds.</summary>
internal static class Retries
{
    /// <param name="time">The clock.</param>
    /// <param name="longestWait">No retry if the server requests a longer wait.</param>
    public static ResiliencePipeline Create(TimeProvider time, TimeSpan longestWait) =>
        new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<TransientWebException>(e => e.RetryAfter is null || e.RetryAfter <= longestWait),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = args => new(((TransientWebException)args.Outcome.Exception!).RetryAfter),
        }).Build();
}
